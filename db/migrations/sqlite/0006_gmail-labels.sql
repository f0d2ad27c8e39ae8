CREATE TABLE `placement_labels` (
	`folder_id` integer NOT NULL,
	`placement_id` integer NOT NULL,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_labels_by_folder` ON `placement_labels` (`folder_id`,`placement_id`);--> statement-breakpoint
CREATE INDEX `placement_labels_by_placement` ON `placement_labels` (`placement_id`);--> statement-breakpoint
ALTER TABLE `folders` ADD `label` text;--> statement-breakpoint
ALTER TABLE `folders` ADD `holds_labels` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `folders_by_label` ON `folders` (`account_id`,`label`) WHERE "folders"."label" is not null;--> statement-breakpoint
ALTER TABLE `placements` ADD `provider_message_id` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `provider_thread_id` text;--> statement-breakpoint
CREATE INDEX `placements_by_provider_message` ON `placements` (`account_id`,`provider_message_id`) WHERE "placements"."provider_message_id" is not null;--> statement-breakpoint
CREATE INDEX `placements_by_provider_thread` ON `placements` (`account_id`,`provider_thread_id`) WHERE "placements"."provider_thread_id" is not null;