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
	PRIMARY KEY(`store_id`, `sub_order_no`, `rule`, `about`, `from_on`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `discrepancy_stake` ON `discrepancy` (`store_id`,`at_stake_paise`);--> statement-breakpoint
CREATE TABLE `discrepancy_mark` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`rule` text NOT NULL,
	`about` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`ticket_id` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`, `rule`, `about`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reconciliation` (
	`store_id` text PRIMARY KEY NOT NULL,
	`wanted` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`running` integer DEFAULT 0 NOT NULL,
	`cursor` text DEFAULT '' NOT NULL,
	`norms` text DEFAULT '[]' NOT NULL,
	`lags` text DEFAULT '[]' NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `standing_total` (
	`store_id` text NOT NULL,
	`bucket` text NOT NULL,
	`due_on` text NOT NULL,
	`count` integer NOT NULL,
	`amount_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `bucket`, `due_on`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `standing` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`run` integer NOT NULL,
	`paid_days` text NOT NULL,
	`bucket` text DEFAULT 'unknown' NOT NULL,
	`ordered_on` text DEFAULT '' NOT NULL,
	`sku` text DEFAULT '' NOT NULL,
	`settled_paise` integer DEFAULT 0 NOT NULL,
	`promised_paise` integer,
	`expected_paise` integer,
	`due_on` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `standing_bucket` ON `standing` (`store_id`,`bucket`,`ordered_on`);