CREATE TABLE `return_account` (
	`store_id` text NOT NULL,
	`created_on` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`quantity` integer NOT NULL,
	`previous_on` text NOT NULL,
	`ordered_on` text NOT NULL,
	`outcome` text NOT NULL,
	`return_type` text NOT NULL,
	`sku` text NOT NULL,
	`customer_state` text NOT NULL,
	`courier` text NOT NULL,
	`reason` text NOT NULL,
	`lines` integer NOT NULL,
	`settlement_paise` integer NOT NULL,
	`sale_paise` integer NOT NULL,
	`sale_return_paise` integer NOT NULL,
	`return_shipping_paise` integer NOT NULL,
	`recovery_paise` integer NOT NULL,
	`compensation_paise` integer NOT NULL,
	`claims_paise` integer NOT NULL,
	`tcs_paise` integer NOT NULL,
	`tds_paise` integer NOT NULL,
	`unexplained_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `created_on`, `sub_order_no`, `quantity`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `return_account_ordered` ON `return_account` (`store_id`,`ordered_on`);--> statement-breakpoint
CREATE INDEX `return_account_on_way` ON `return_account` (`store_id`,`created_on`) WHERE outcome IN ('in_transit', 'out_for_delivery');--> statement-breakpoint
CREATE INDEX `return_account_again` ON `return_account` (`store_id`,`created_on`) WHERE previous_on <> '';--> statement-breakpoint
CREATE TABLE `return_total` (
	`store_id` text NOT NULL,
	`month` text NOT NULL,
	`grouped_by` text NOT NULL,
	`key` text NOT NULL,
	`parcels` integer NOT NULL,
	`units` integer NOT NULL,
	`in_transit_parcels` integer NOT NULL,
	`in_transit_units` integer NOT NULL,
	`received_parcels` integer NOT NULL,
	`received_units` integer NOT NULL,
	`lost_parcels` integer NOT NULL,
	`lost_units` integer NOT NULL,
	`disposed_parcels` integer NOT NULL,
	`disposed_units` integer NOT NULL,
	`customer_parcels` integer NOT NULL,
	`customer_units` integer NOT NULL,
	`rto_parcels` integer NOT NULL,
	`rto_units` integer NOT NULL,
	`unknown_type_parcels` integer NOT NULL,
	`unknown_type_units` integer NOT NULL,
	`sub_orders` integer NOT NULL,
	`settled_sub_orders` integer NOT NULL,
	`settlement_paise` integer NOT NULL,
	`sale_paise` integer NOT NULL,
	`sale_return_paise` integer NOT NULL,
	`return_shipping_paise` integer NOT NULL,
	`recovery_paise` integer NOT NULL,
	`compensation_paise` integer NOT NULL,
	`claims_paise` integer NOT NULL,
	`tcs_paise` integer NOT NULL,
	`tds_paise` integer NOT NULL,
	`unexplained_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `grouped_by`, `month`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sent_back_total` (
	`store_id` text NOT NULL,
	`month` text NOT NULL,
	`grouped_by` text NOT NULL,
	`key` text NOT NULL,
	`dispatched` integer NOT NULL,
	`delivered` integer NOT NULL,
	`returned` integer NOT NULL,
	`rto` integer NOT NULL,
	PRIMARY KEY(`store_id`, `grouped_by`, `month`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `return_account` (`store_id`, `created_on`, `sub_order_no`, `quantity`, `previous_on`, `ordered_on`, `outcome`, `return_type`, `sku`, `customer_state`, `courier`, `reason`, `lines`, `settlement_paise`, `sale_paise`, `sale_return_paise`, `return_shipping_paise`, `recovery_paise`, `compensation_paise`, `claims_paise`, `tcs_paise`, `tds_paise`, `unexplained_paise`)
WITH parcel AS MATERIALIZED (
	SELECT p.*, coalesce(lag(created_on) OVER (PARTITION BY store_id, sub_order_no ORDER BY created_on, quantity), '') AS previous_on
	FROM return_parcel AS p WHERE closed_at = 0
), paid AS MATERIALIZED (
	SELECT store_id, sub_order_no, count(*) AS lines, sum(settlement_paise) AS settlement_paise, sum(sale_paise) AS sale_paise, sum(sale_return_paise) AS sale_return_paise, sum(return_shipping_paise) AS return_shipping_paise, sum(recovery_paise) AS recovery_paise, sum(compensation_paise) AS compensation_paise, sum(claims_paise) AS claims_paise, sum(tcs_paise) AS tcs_paise, sum(tds_paise) AS tds_paise, sum(unexplained_paise) AS unexplained_paise
	FROM settlement_line WHERE closed_at = 0 AND (store_id, sub_order_no) IN (SELECT store_id, sub_order_no FROM parcel) GROUP BY 1, 2
)
SELECT p.store_id, p.created_on, p.sub_order_no, p.quantity, p.previous_on, coalesce(o.ordered_on, ''), p.outcome, p.return_type, p.sku, coalesce(o.customer_state, ''), p.courier, p.reason, coalesce(l.lines, 0), coalesce(l.settlement_paise, 0), coalesce(l.sale_paise, 0), coalesce(l.sale_return_paise, 0), coalesce(l.return_shipping_paise, 0), coalesce(l.recovery_paise, 0), coalesce(l.compensation_paise, 0), coalesce(l.claims_paise, 0), coalesce(l.tcs_paise, 0), coalesce(l.tds_paise, 0), coalesce(l.unexplained_paise, 0)
FROM parcel AS p
LEFT JOIN sub_order AS o ON o.store_id = p.store_id AND o.sub_order_no = p.sub_order_no
LEFT JOIN paid AS l ON l.store_id = p.store_id AND l.sub_order_no = p.sub_order_no;
--> statement-breakpoint
INSERT INTO `stale_month` (`store_id`, `subject`, `month`, `changes`)
SELECT DISTINCT store_id, 'returns', substr(day, 1, 7), 1 FROM (
	SELECT store_id, created_on AS day FROM return_account
	UNION SELECT store_id, ordered_on FROM sub_order
) WHERE day <> '';
