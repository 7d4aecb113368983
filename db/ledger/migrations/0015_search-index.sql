DROP INDEX `standing_bucket`;--> statement-breakpoint
DROP INDEX `standing_day`;--> statement-breakpoint
CREATE INDEX `standing_bucket` ON `standing` (`store_id`,`bucket`,`ordered_on`,`sub_order_no`,`sku`);--> statement-breakpoint
CREATE INDEX `standing_day` ON `standing` (`store_id`,`ordered_on`,`sub_order_no`,`sku`);