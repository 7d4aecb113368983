CREATE TABLE `__new_sub_order_history` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`report_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	`status` text NOT NULL,
	`lifecycle_rank` integer NOT NULL,
	`ordered_on` text NOT NULL,
	`sku` text NOT NULL,
	`product_name` text NOT NULL,
	`size` text NOT NULL,
	`quantity` integer NOT NULL,
	`customer_state` text NOT NULL,
	`listed_price_paise` integer,
	`discounted_price_paise` integer,
	`packet_id` text NOT NULL,
	`catalog_id` text NOT NULL,
	`order_source` text NOT NULL,
	`seen_on` text NOT NULL,
	`added_at` integer DEFAULT 0 NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by_report_id` integer NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`, `closed_at`, `report_id`, `row_no`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_sub_order_history`("store_id", "sub_order_no", "report_id", "row_no", "status", "lifecycle_rank", "ordered_on", "sku", "product_name", "size", "quantity", "customer_state", "listed_price_paise", "discounted_price_paise", "packet_id", "catalog_id", "order_source", "seen_on", "added_at", "closed_at", "closed_by_report_id") SELECT "store_id", "sub_order_no", "report_id", "row_no", "status", "lifecycle_rank", "ordered_on", "sku", "product_name", "size", "quantity", "customer_state", "listed_price_paise", "discounted_price_paise", "packet_id", "catalog_id", "order_source", "seen_on", coalesce((SELECT min(`imported_at`, `closed_at`) FROM `report` WHERE `id` = `report_id`), 0), "closed_at", "closed_by_report_id" FROM `sub_order_history`;--> statement-breakpoint
DROP TABLE `sub_order_history`;--> statement-breakpoint
ALTER TABLE `__new_sub_order_history` RENAME TO `sub_order_history`;--> statement-breakpoint
CREATE INDEX `sub_order_history_closed` ON `sub_order_history` (`store_id`,`closed_at`);--> statement-breakpoint
ALTER TABLE `claim` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `overhead` ADD `added_at` integer GENERATED ALWAYS AS (created_at) VIRTUAL;--> statement-breakpoint
ALTER TABLE `unit_cost` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `gst_line` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sub_order` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `ad_spend` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `platform_adjustment` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `referral_payment` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `report` ADD `counted_at` integer;--> statement-breakpoint
ALTER TABLE `return_parcel` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `settlement_line` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tax_invoice` ADD `added_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `report` SET `counted_at` = `imported_at` WHERE `state` IN ('read', 'removed');--> statement-breakpoint
-- What has followed something else counts since its own file; all the rest since ever.
UPDATE `sub_order` SET `added_at` = coalesce((SELECT `imported_at` FROM `report` WHERE `id` = `report_id`), 0) WHERE (`store_id`, `sub_order_no`) IN (SELECT `store_id`, `sub_order_no` FROM `sub_order_history`);--> statement-breakpoint
UPDATE `return_parcel` SET `added_at` = coalesce((SELECT `imported_at` FROM `report` WHERE `id` = `report_id`), 0);--> statement-breakpoint
UPDATE `claim` SET `added_at` = coalesce((SELECT `imported_at` FROM `report` WHERE `id` = `report_id`), 0);--> statement-breakpoint
UPDATE `unit_cost` SET `added_at` = coalesce((SELECT `imported_at` FROM `report` WHERE `id` = `report_id`), `said_at`);
