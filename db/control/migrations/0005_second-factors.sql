CREATE TABLE `email_change` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`old_email` text NOT NULL,
	`asked_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `email_change_person` ON `email_change` (`person_id`);--> statement-breakpoint
CREATE INDEX `email_change_asked` ON `email_change` (`asked_at`);--> statement-breakpoint
CREATE TABLE `authenticator` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed_seed` text NOT NULL,
	`created_at` integer NOT NULL,
	`enabled_at` integer,
	`last_counter` integer
);
--> statement-breakpoint
CREATE TABLE `passkey_challenge` (
	`digest` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `passkey_challenge_expires` ON `passkey_challenge` (`expires_at`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`sign_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE INDEX `passkey_person` ON `passkey` (`person_id`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`digest` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recovery_code_person` ON `recovery_code` (`person_id`);--> statement-breakpoint
ALTER TABLE `person` ADD `language` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `confirmed_at` integer;