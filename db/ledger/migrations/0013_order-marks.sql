CREATE TABLE `order_mark_count` (
	`store_id` text NOT NULL,
	`grain` text NOT NULL,
	`scope` text NOT NULL,
	`period` text NOT NULL,
	`sku` text NOT NULL,
	`mark` text NOT NULL,
	`sub_orders` integer NOT NULL,
	PRIMARY KEY(`store_id`, `grain`, `scope`, `period`, `sku`, `mark`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `order_mark_total` (
	`store_id` text NOT NULL,
	`paid_month` text NOT NULL,
	`basis` text NOT NULL,
	`grain` text NOT NULL,
	`scope` text NOT NULL,
	`period` text NOT NULL,
	`sku` text NOT NULL,
	`mark` text NOT NULL,
	`sub_orders` integer NOT NULL,
	`delivered_units` integer NOT NULL,
	`returned_units` integer NOT NULL,
	`rto_units` integer NOT NULL,
	`sale_paise` integer NOT NULL,
	`sale_return_paise` integer NOT NULL,
	`settlement_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `paid_month`, `basis`, `grain`, `scope`, `period`, `sku`, `mark`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `order_mark_count` (`store_id`, `grain`, `scope`, `period`, `sku`, `mark`, `sub_orders`)
WITH fine AS MATERIALIZED (
	SELECT store_id, ordered_on, sku, count(*) AS sub_orders,
		CASE lower(order_source) WHEN 'ad order' THEN 'ad' WHEN 'organic' THEN 'organic' ELSE 'other' END AS mark
	FROM sub_order WHERE order_source <> '' GROUP BY 1, 2, 3, 5
)
SELECT store_id, 'day', 'all', ordered_on, '', mark, sum(sub_orders) FROM fine GROUP BY 1, 4, 6
UNION ALL
SELECT store_id, 'month', 'all', substr(ordered_on, 1, 7), '', mark, sum(sub_orders) FROM fine GROUP BY 1, 4, 6
UNION ALL
SELECT store_id, 'month', 'sku', substr(ordered_on, 1, 7), sku, mark, sum(sub_orders) FROM fine WHERE mark = 'ad' GROUP BY 1, 4, 5;
--> statement-breakpoint
INSERT INTO `order_mark_total` (`store_id`, `paid_month`, `basis`, `grain`, `scope`, `period`, `sku`, `mark`, `sub_orders`, `delivered_units`, `returned_units`, `rto_units`, `sale_paise`, `sale_return_paise`, `settlement_paise`)
WITH line AS (
	SELECT l.*, coalesce(o.ordered_on, l.ordered_on, '') AS counted_on, coalesce(nullif(l.sku, ''), o.sku, '') AS counted_sku,
		coalesce(nullif(o.order_source, ''), l.order_source) AS source, coalesce(l.quantity, 0) AS units
	FROM settlement_line AS l
	LEFT JOIN sub_order AS o ON o.store_id = l.store_id AND o.sub_order_no = l.sub_order_no
	WHERE l.closed_at = 0
), fine AS MATERIALIZED (
	SELECT store_id, paid_on, counted_on AS ordered_on, counted_sku AS sku,
		CASE lower(source) WHEN 'ad order' THEN 'ad' WHEN 'organic' THEN 'organic' ELSE 'other' END AS mark,
		sum(sale_paise > 0) AS sub_orders, sum(units * (outcome IN ('delivered', 'exchanged'))) AS delivered,
		sum(units * (outcome = 'returned')) AS returned, sum(units * (outcome = 'rto')) AS rto,
		sum(sale_paise) AS sale, sum(sale_return_paise) AS sale_return, sum(settlement_paise) AS settlement
	FROM line WHERE source <> '' GROUP BY 1, 2, 3, 4, 5
), counted AS (
	SELECT 'payment' AS basis, paid_on AS period, f.* FROM fine AS f
	UNION ALL
	SELECT 'order', ordered_on, f.* FROM fine AS f
)
SELECT store_id, substr(paid_on, 1, 7), basis, 'day', 'all', period, '', mark, sum(sub_orders), sum(delivered), sum(returned), sum(rto), sum(sale), sum(sale_return), sum(settlement)
FROM counted GROUP BY 1, 2, 3, 6, 8
UNION ALL
SELECT store_id, substr(paid_on, 1, 7), basis, 'month', 'all', substr(period, 1, 7), '', mark, sum(sub_orders), sum(delivered), sum(returned), sum(rto), sum(sale), sum(sale_return), sum(settlement)
FROM counted GROUP BY 1, 2, 3, 6, 8
UNION ALL
SELECT store_id, substr(paid_on, 1, 7), 'payment', 'month', 'sku', substr(paid_on, 1, 7), sku, mark, sum(sub_orders), sum(delivered), sum(returned), sum(rto), sum(sale), sum(sale_return), sum(settlement)
FROM fine WHERE mark = 'ad' GROUP BY 1, 2, 7;
