CREATE TABLE `device_grant` (
	`digest` text PRIMARY KEY NOT NULL,
	`user_code_digest` text NOT NULL,
	`client_name` text NOT NULL,
	`scopes` text NOT NULL,
	`place` text NOT NULL,
	`state` text NOT NULL,
	`person_id` text,
	`workspace_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_grant_user_code` ON `device_grant` (`user_code_digest`);--> statement-breakpoint
CREATE INDEX `device_grant_expires` ON `device_grant` (`expires_at`);--> statement-breakpoint
CREATE TABLE `personal_token` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`client` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_token_digest` ON `personal_token` (`digest`);--> statement-breakpoint
CREATE INDEX `personal_token_person` ON `personal_token` (`person_id`);--> statement-breakpoint
CREATE INDEX `personal_token_expires` ON `personal_token` (`expires_at`);--> statement-breakpoint
CREATE TABLE `signing_key` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`sealed_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
);
