CREATE TABLE `security_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `security_event_person` ON `security_event` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `security_event_at` ON `security_event` (`at`);