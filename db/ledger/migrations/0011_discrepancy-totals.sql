CREATE TABLE `discrepancy_total` (
	`store_id` text NOT NULL,
	`grain` text NOT NULL,
	`period` text NOT NULL,
	`rule` text NOT NULL,
	`decided` text NOT NULL,
	`is_recovered` integer NOT NULL,
	`count` integer NOT NULL,
	`at_stake_paise` integer NOT NULL,
	`recovered_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `grain`, `period`, `rule`, `decided`, `is_recovered`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `discrepancy_total_nil` ON `discrepancy_total` (`store_id`) WHERE count = 0 AND at_stake_paise = 0 AND recovered_paise = 0;--> statement-breakpoint
INSERT INTO `discrepancy_total` (`store_id`, `grain`, `period`, `rule`, `decided`, `is_recovered`, `count`, `at_stake_paise`, `recovered_paise`)
SELECT d.store_id, g.grain, substr(CASE e.sign WHEN 1 THEN d.from_on ELSE d.until_on END, 1, g.length) AS period, d.rule,
  coalesce(m.state, '') AS decided, d.is_recovered, sum(e.sign) AS n, sum(e.sign * d.at_stake_paise) AS at_stake,
  sum(e.sign * d.recovered_paise) AS recovered
FROM discrepancy AS d
LEFT JOIN discrepancy_mark AS m ON m.store_id = d.store_id AND m.sub_order_no = d.sub_order_no AND m.rule = d.rule AND m.about = d.about
CROSS JOIN (SELECT 1 AS sign UNION ALL SELECT -1) AS e
CROSS JOIN (SELECT 'day' AS grain, 10 AS length UNION ALL SELECT 'month', 7) AS g
WHERE e.sign = 1 OR d.until_on < '2199-12-31'
GROUP BY 1, 2, 3, 4, 5, 6
HAVING n <> 0 OR at_stake <> 0 OR recovered <> 0;
