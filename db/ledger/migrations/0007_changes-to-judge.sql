CREATE TABLE `norm_count` (
	`store_id` text NOT NULL,
	`norm` text NOT NULL,
	`scope` text NOT NULL,
	`sku` text NOT NULL,
	`value` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`store_id`, `norm`, `scope`, `sku`, `value`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `norm_value` (
	`store_id` text NOT NULL,
	`norm` text NOT NULL,
	`sku` text NOT NULL,
	`value` integer NOT NULL,
	`sub_order_no` text NOT NULL,
	PRIMARY KEY(`store_id`, `norm`, `sku`, `value`, `sub_order_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `norm` (
	`store_id` text NOT NULL,
	`norm` text NOT NULL,
	`scope` text NOT NULL,
	`sku` text NOT NULL,
	`value` integer NOT NULL,
	`rows` integer NOT NULL,
	`is_stale` integer NOT NULL,
	PRIMARY KEY(`store_id`, `norm`, `scope`, `sku`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `norm_stale` ON `norm` (`store_id`) WHERE is_stale = 1;--> statement-breakpoint
CREATE TABLE `unjudged` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`store_id` text NOT NULL,
	`sub_orders` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `unjudged_store` ON `unjudged` (`store_id`);--> statement-breakpoint
-- Verdicts are derived: every store is judged anew.
DROP TABLE `discrepancy`;--> statement-breakpoint
CREATE TABLE `discrepancy` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`rule` text NOT NULL,
	`about` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`at_stake_paise` integer NOT NULL,
	`recovered_paise` integer NOT NULL,
	`is_recovered` integer NOT NULL,
	`evidence` text NOT NULL,
	`is_present` integer NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`, `rule`, `about`, `from_on`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `standing_total`;--> statement-breakpoint
CREATE TABLE `standing_total` (
	`store_id` text NOT NULL,
	`bucket` text NOT NULL,
	`ordered_on` text NOT NULL,
	`count` integer NOT NULL,
	`amount_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `bucket`, `ordered_on`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `standing`;--> statement-breakpoint
CREATE TABLE `standing` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`paid_days` text NOT NULL,
	`bucket` text NOT NULL,
	`ordered_on` text NOT NULL,
	`sku` text NOT NULL,
	`settled_paise` integer NOT NULL,
	`promised_paise` integer,
	`expected_paise` integer,
	`norms` text NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `discrepancy_present` ON `discrepancy` (`store_id`,`at_stake_paise`,`sub_order_no`,`rule`,`about`) WHERE is_present = 1;--> statement-breakpoint
CREATE INDEX `discrepancy_present_rule` ON `discrepancy` (`store_id`,`rule`,`at_stake_paise`,`sub_order_no`,`about`) WHERE is_present = 1;--> statement-breakpoint
CREATE INDEX `discrepancy_from` ON `discrepancy` (`store_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `discrepancy_until` ON `discrepancy` (`store_id`,`until_on`) WHERE until_on < '2199-12-31';--> statement-breakpoint
CREATE INDEX `standing_bucket` ON `standing` (`store_id`,`bucket`,`ordered_on`);--> statement-breakpoint
CREATE INDEX `standing_day` ON `standing` (`store_id`,`ordered_on`);--> statement-breakpoint
CREATE INDEX `standing_unpaid` ON `standing` (`store_id`,`sku`) WHERE bucket = 'unpaid';--> statement-breakpoint
DROP TABLE `reconciliation`;--> statement-breakpoint
CREATE TABLE `reconciliation` (
	`store_id` text PRIMARY KEY NOT NULL,
	`rules` integer NOT NULL,
	`version` integer NOT NULL,
	`present_on` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `reconciliation` (`store_id`, `rules`, `version`, `present_on`) SELECT DISTINCT `store_id`, 0, 0, '1900-01-01' FROM `report`;
