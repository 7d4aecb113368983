CREATE TABLE `mailed_secret` (
	`digest` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`guesses` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mailed_secret_person` ON `mailed_secret` (`person_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `mailed_secret_expires` ON `mailed_secret` (`expires_at`);