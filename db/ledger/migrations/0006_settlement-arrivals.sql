CREATE TABLE `settlement_arrival` (
	`store_id` text NOT NULL,
	`paid_on` text NOT NULL,
	`ordered_month` text NOT NULL,
	`lines` integer NOT NULL,
	`settlement_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `paid_on`, `ordered_month`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `settlement_arrival` (`store_id`, `paid_on`, `ordered_month`, `lines`, `settlement_paise`)
SELECT l.store_id, l.paid_on, substr(coalesce(o.ordered_on, l.ordered_on), 1, 7) AS ordered_month, count(*), sum(l.settlement_paise)
FROM settlement_line AS l LEFT JOIN sub_order AS o ON o.store_id = l.store_id AND o.sub_order_no = l.sub_order_no
WHERE l.closed_at = 0 AND coalesce(o.ordered_on, l.ordered_on) IS NOT NULL
GROUP BY 1, 2, 3;
