ALTER TABLE `sends` ADD `copy_folder_id` integer REFERENCES folders(id);--> statement-breakpoint
ALTER TABLE `sends` ADD `copy_generation` integer;--> statement-breakpoint
ALTER TABLE `sends` ADD `copy_uid` integer;