CREATE TABLE `recent_searches` (
	`agent_id` integer NOT NULL,
	`query` text NOT NULL,
	`used_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recent_searches_by_agent_query` ON `recent_searches` (`agent_id`,`query`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`message_id` integer,
	`note_id` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_by_message` ON `search_documents` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_by_note` ON `search_documents` (`note_id`);--> statement-breakpoint
CREATE INDEX `search_documents_by_version` ON `search_documents` (`version`,`id`);--> statement-breakpoint
CREATE TABLE `search_progress` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`message_count` integer NOT NULL,
	`text_count` integer NOT NULL,
	`counted_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`last_message_id` integer DEFAULT 0 NOT NULL,
	`last_note_id` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE `views` ADD `shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `conversation_inboxes_by_unseen` ON `conversation_inboxes` (`inbox_id`,`last_message_at`,`conversation_id`) WHERE "conversation_inboxes"."unseen_count" > 0;--> statement-breakpoint
CREATE INDEX `conversation_inboxes_by_flagged` ON `conversation_inboxes` (`inbox_id`,`last_message_at`,`conversation_id`) WHERE "conversation_inboxes"."flagged" = 1;--> statement-breakpoint
CREATE INDEX `conversation_inboxes_by_assignee` ON `conversation_inboxes` (`inbox_id`,`assignee_id`,`last_message_at`,`conversation_id`) WHERE "conversation_inboxes"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX `conversation_inboxes_by_snooze` ON `conversation_inboxes` (`inbox_id`,`last_message_at`,`conversation_id`) WHERE "conversation_inboxes"."snoozed_until" is not null;