CREATE TABLE `idempotent_answer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotent_answer_key` ON `idempotent_answer` (`caller`,`key`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`email_verified_at` integer,
	`password_hash` text NOT NULL,
	`adult_confirmed_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_key` ON `person` (`email_key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`extended_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`milli_tokens` integer NOT NULL,
	`refilled_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`job` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`store_id` text,
	`filename` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`rows_read` integer DEFAULT 0 NOT NULL,
	`unrecognised` text DEFAULT '[]' NOT NULL,
	`error_code` text,
	`error_detail` text,
	`received_at` integer NOT NULL,
	`finished_at` integer,
	`removed_at` integer,
	`purged_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `upload_bytes` ON `upload` (`workspace_id`,`sha256`) WHERE removed_at IS NULL;--> statement-breakpoint
CREATE INDEX `upload_received` ON `upload` (`workspace_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `upload_removed` ON `upload` (`removed_at`) WHERE removed_at IS NOT NULL AND purged_at IS NULL;--> statement-breakpoint
CREATE TABLE `member` (
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `member_person` ON `member` (`person_id`);--> statement-breakpoint
CREATE TABLE `store` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`marketplace` text NOT NULL,
	`supplier_id` text,
	`gst_scheme` text DEFAULT 'regular' NOT NULL,
	`cogs_policy` text DEFAULT 'kept' NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `store_supplier` ON `store` (`workspace_id`,`marketplace`,`supplier_id`);--> statement-breakpoint
CREATE INDEX `store_workspace` ON `store` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`ledger` text NOT NULL,
	`created_at` integer NOT NULL
);
