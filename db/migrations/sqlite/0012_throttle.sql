CREATE TABLE `account_holds` (
	`account_id` integer NOT NULL,
	`scope` text NOT NULL,
	`until` integer NOT NULL,
	`code` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_holds_by_account_scope` ON `account_holds` (`account_id`,`scope`);--> statement-breakpoint
ALTER TABLE `account_connections` ADD `seat` text DEFAULT 'kept' NOT NULL;