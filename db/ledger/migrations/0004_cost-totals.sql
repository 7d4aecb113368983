CREATE TABLE `cost_total` (
	`store_id` text NOT NULL,
	`ordered_month` text NOT NULL,
	`basis` text NOT NULL,
	`grain` text NOT NULL,
	`scope` text NOT NULL,
	`period` text NOT NULL,
	`sku` text NOT NULL,
	`kept_units` integer NOT NULL,
	`all_shipped_units` integer NOT NULL,
	`kept_and_returned_units` integer NOT NULL,
	`kept_unknown_units` integer NOT NULL,
	`all_shipped_unknown_units` integer NOT NULL,
	`kept_and_returned_unknown_units` integer NOT NULL,
	`kept_entries` integer NOT NULL,
	`all_shipped_entries` integer NOT NULL,
	`kept_and_returned_entries` integer NOT NULL,
	`kept_unknown_entries` integer NOT NULL,
	`all_shipped_unknown_entries` integer NOT NULL,
	`kept_and_returned_unknown_entries` integer NOT NULL,
	`kept_cogs_paise` integer NOT NULL,
	`all_shipped_cogs_paise` integer NOT NULL,
	`kept_and_returned_cogs_paise` integer NOT NULL,
	`dispatched_units` integer NOT NULL,
	`unpacked_units` integer NOT NULL,
	`packaging_paise` integer NOT NULL,
	`still_expected_paise` integer NOT NULL,
	`is_partial` integer NOT NULL,
	PRIMARY KEY(`store_id`, `ordered_month`, `basis`, `grain`, `scope`, `period`, `sku`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `cost_total_unknown` ON `cost_total` (`store_id`,`basis`,`period`,`sku`) WHERE scope = 'sku' AND grain = 'month' AND is_partial = 1;--> statement-breakpoint
CREATE TABLE `sku_name` (
	`store_id` text NOT NULL,
	`sku` text NOT NULL,
	`folded` text NOT NULL,
	PRIMARY KEY(`store_id`, `sku`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sku_name_folded` ON `sku_name` (`store_id`,`folded`,`sku`);--> statement-breakpoint
CREATE TABLE `unit_movement` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`ordered_on` text NOT NULL,
	`cost_on` text NOT NULL,
	`paid_on` text NOT NULL,
	`back_on` text NOT NULL,
	`sku` text NOT NULL,
	`dispatched_units` integer NOT NULL,
	`kept_units` integer NOT NULL,
	`all_shipped_units` integer NOT NULL,
	`kept_and_returned_units` integer NOT NULL,
	`sent_kept_units` integer NOT NULL,
	`sent_all_shipped_units` integer NOT NULL,
	`sent_kept_and_returned_units` integer NOT NULL,
	`still_expected_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `unit_movement_day` ON `unit_movement` (`store_id`,`ordered_on`);