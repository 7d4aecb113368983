CREATE TABLE `claim` (
	`store_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`closed_at` integer DEFAULT 0 NOT NULL,
	`report_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	`sub_order_no` text NOT NULL,
	`state` text NOT NULL,
	`state_rank` integer NOT NULL,
	`updated_on` text NOT NULL,
	`status` text NOT NULL,
	`issue` text NOT NULL,
	`created_on` text NOT NULL,
	`last_update` text NOT NULL,
	`amount_paise` integer,
	`paid_on` text,
	`transaction_id` text NOT NULL,
	`reopen_until` text NOT NULL,
	`sku` text NOT NULL,
	`closed_by_report_id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `ticket_id`, `closed_at`, `report_id`, `row_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `claim_sub_order` ON `claim` (`store_id`,`sub_order_no`);--> statement-breakpoint
CREATE TABLE `overhead` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`amount_paise` integer NOT NULL,
	`from_month` text NOT NULL,
	`to_month` text,
	`created_at` integer NOT NULL,
	`closed_at` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `unit_cost` (
	`store_id` text NOT NULL,
	`sku` text NOT NULL,
	`effective_from` text NOT NULL,
	`closed_at` integer DEFAULT 0 NOT NULL,
	`report_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	`said_at` integer NOT NULL,
	`cost_paise` integer,
	`packaging_paise` integer,
	`closed_by_report_id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `sku`, `effective_from`, `closed_at`, `report_id`, `row_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `gst_line` (
	`store_id` text NOT NULL,
	`direction` text NOT NULL,
	`month` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`ordered_on` text NOT NULL,
	`said` text NOT NULL,
	`occurrence` integer NOT NULL,
	`closed_at` integer DEFAULT 0 NOT NULL,
	`returned_on` text,
	`manifested_on` text,
	`quantity` integer,
	`gst_rate_bps` integer,
	`taxable_micro` integer,
	`tax_micro` integer,
	`invoice_micro` integer,
	`taxable_shipping_micro` integer,
	`is_tax_truncated` integer NOT NULL,
	`hsn` text NOT NULL,
	`state_name` text NOT NULL,
	`state_text` text NOT NULL,
	`gstin` text NOT NULL,
	`status` text NOT NULL,
	`transaction_type` text NOT NULL,
	`report_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	PRIMARY KEY(`store_id`, `direction`, `month`, `sub_order_no`, `ordered_on`, `said`, `occurrence`, `closed_at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `return_parcel` (
	`store_id` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`created_on` text NOT NULL,
	`quantity` integer NOT NULL,
	`closed_at` integer DEFAULT 0 NOT NULL,
	`report_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	`outcome` text NOT NULL,
	`outcome_rank` integer NOT NULL,
	`outcome_on` text NOT NULL,
	`attempt` integer NOT NULL,
	`return_type` text NOT NULL,
	`type_text` text NOT NULL,
	`sub_type` text NOT NULL,
	`ordered_on` text NOT NULL,
	`dispatched_on` text NOT NULL,
	`sku` text NOT NULL,
	`product_name` text NOT NULL,
	`variation` text NOT NULL,
	`courier` text NOT NULL,
	`awb` text NOT NULL,
	`is_awb_lost` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`detailed_reason` text NOT NULL,
	`closed_by_report_id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `sub_order_no`, `created_on`, `quantity`, `closed_at`, `report_id`, `row_no`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `return_parcel_day` ON `return_parcel` (`store_id`,`closed_at`,`created_on`);--> statement-breakpoint
CREATE TABLE `tax_invoice` (
	`store_id` text NOT NULL,
	`ordered_on` text NOT NULL,
	`sub_order_no` text NOT NULL,
	`invoice_type` text NOT NULL,
	`invoice_no` text NOT NULL,
	`occurrence` integer NOT NULL,
	`closed_at` integer DEFAULT 0 NOT NULL,
	`type_text` text NOT NULL,
	`hsn` text NOT NULL,
	`description` text NOT NULL,
	`report_id` integer NOT NULL,
	`row_no` integer NOT NULL,
	PRIMARY KEY(`store_id`, `ordered_on`, `sub_order_no`, `invoice_type`, `invoice_no`, `occurrence`, `closed_at`)
) WITHOUT ROWID;
