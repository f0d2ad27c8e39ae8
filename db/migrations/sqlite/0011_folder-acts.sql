ALTER TABLE `folders` ADD `subscribed` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `folders` ADD `pending_act` text;--> statement-breakpoint
ALTER TABLE `folders` ADD `pending_path` text;--> statement-breakpoint
ALTER TABLE `folders` ADD `act_failure` text DEFAULT '' NOT NULL;