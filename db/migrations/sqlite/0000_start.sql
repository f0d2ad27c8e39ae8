CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inbox_id` integer NOT NULL,
	`owner_id` integer,
	`name` text NOT NULL,
	`email_address` text NOT NULL,
	`sender_name` text DEFAULT '' NOT NULL,
	`color` integer DEFAULT 0 NOT NULL,
	`mode` text NOT NULL,
	`history_since` integer,
	`username` text NOT NULL,
	`secret` text NOT NULL,
	`imap_host` text NOT NULL,
	`imap_port` integer NOT NULL,
	`imap_security` text NOT NULL,
	`smtp_host` text NOT NULL,
	`smtp_port` integer NOT NULL,
	`smtp_security` text NOT NULL,
	`provider` text DEFAULT 'generic' NOT NULL,
	`state` text NOT NULL,
	`state_code` text DEFAULT '' NOT NULL,
	`state_detail` text DEFAULT '' NOT NULL,
	`state_changed_at` integer NOT NULL,
	`next_retry_at` integer,
	`last_synced_at` integer,
	`last_contact_at` integer,
	`settings_version` integer DEFAULT 1 NOT NULL,
	`backfill_done` integer DEFAULT 0 NOT NULL,
	`backfill_total` integer DEFAULT 0 NOT NULL,
	`capabilities` text DEFAULT '[]' NOT NULL,
	`recount_from` integer,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `accounts_by_inbox` ON `accounts` (`inbox_id`);--> statement-breakpoint
CREATE TABLE `folders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`delimiter` text DEFAULT '' NOT NULL,
	`selectable` integer DEFAULT true NOT NULL,
	`role` text NOT NULL,
	`role_source` text NOT NULL,
	`is_primary` integer DEFAULT true NOT NULL,
	`mailbox_id` text,
	`uid_validity` text,
	`generation` integer DEFAULT 1 NOT NULL,
	`uid_next` integer,
	`highest_modseq` text,
	`modseq_anchor` text,
	`frontier` integer DEFAULT 1 NOT NULL,
	`backfill_frontier` integer,
	`backfill_done` integer DEFAULT false NOT NULL,
	`server_count` integer DEFAULT 0 NOT NULL,
	`server_unseen_count` integer DEFAULT 0 NOT NULL,
	`stored_count` integer DEFAULT 0 NOT NULL,
	`quarantined_count` integer DEFAULT 0 NOT NULL,
	`scan_cursor` integer DEFAULT 0 NOT NULL,
	`last_compared_at` integer,
	`last_synced_at` integer,
	`parked_until` integer,
	`failure_count` integer DEFAULT 0 NOT NULL,
	`failure_detail` text DEFAULT '' NOT NULL,
	`missing_since` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `folders_by_account_path` ON `folders` (`account_id`,`path`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`folder_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`uid` integer NOT NULL,
	`reason` text NOT NULL,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quarantine_by_folder_uid` ON `quarantine` (`folder_id`,`generation`,`uid`);--> statement-breakpoint
CREATE TABLE `agents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email_address` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`preferences` text DEFAULT '{}' NOT NULL,
	`signature` text DEFAULT '' NOT NULL,
	`deactivated_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_by_email` ON `agents` (`email_address`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agent_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scope` text NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_by_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_by_agent` ON `api_tokens` (`agent_id`);--> statement-breakpoint
CREATE TABLE `inbox_members` (
	`inbox_id` integer NOT NULL,
	`agent_id` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_members_by_inbox_agent` ON `inbox_members` (`inbox_id`,`agent_id`);--> statement-breakpoint
CREATE INDEX `inbox_members_by_agent` ON `inbox_members` (`agent_id`);--> statement-breakpoint
CREATE TABLE `inboxes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`email_address` text DEFAULT '' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`role` text NOT NULL,
	`inbox_ids` text DEFAULT '[]' NOT NULL,
	`invited_by_id` integer,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`invited_by_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	`ip_address` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_agent` ON `sessions` (`agent_id`);--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text DEFAULT 'Postroom' NOT NULL,
	`agents_may_connect` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `changes_by_date` ON `changes` (`created_at`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`agent_id` integer,
	`kind` text NOT NULL,
	`data` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `activities_by_conversation` ON `activities` (`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversation_inboxes` (
	`conversation_id` integer NOT NULL,
	`inbox_id` integer NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`preview` text DEFAULT '' NOT NULL,
	`participants` text DEFAULT '[]' NOT NULL,
	`last_message_at` integer NOT NULL,
	`last_message_id` integer,
	`message_count` integer DEFAULT 0 NOT NULL,
	`attachment_count` integer DEFAULT 0 NOT NULL,
	`unseen_count` integer DEFAULT 0 NOT NULL,
	`flagged` integer DEFAULT false NOT NULL,
	`role_mask` integer DEFAULT 0 NOT NULL,
	`listed` integer DEFAULT true NOT NULL,
	`status` text NOT NULL,
	`assignee_id` integer,
	`snoozed_until` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_inboxes_by_conversation_inbox` ON `conversation_inboxes` (`conversation_id`,`inbox_id`);--> statement-breakpoint
CREATE INDEX `conversation_inboxes_by_status` ON `conversation_inboxes` (`inbox_id`,`listed`,`status`,`last_message_at`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `conversation_inboxes_by_date` ON `conversation_inboxes` (`inbox_id`,`last_message_at`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversation_tags` (
	`conversation_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_tags_by_conversation_tag` ON `conversation_tags` (`conversation_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `conversation_tags_by_tag` ON `conversation_tags` (`tag_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`status` text NOT NULL,
	`assignee_id` integer,
	`snoozed_until` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`merged_into_id` integer,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assignee_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `conversations_by_assignee` ON `conversations` (`assignee_id`);--> statement-breakpoint
CREATE INDEX `conversations_by_snooze` ON `conversations` (`snoozed_until`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer,
	`account_id` integer,
	`author_id` integer NOT NULL,
	`kind` text NOT NULL,
	`to` text DEFAULT '[]' NOT NULL,
	`cc` text DEFAULT '[]' NOT NULL,
	`bcc` text DEFAULT '[]' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`attachment_ids` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`author_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drafts_by_conversation` ON `drafts` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `drafts_by_author` ON `drafts` (`author_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`inbox_id` integer NOT NULL,
	`author_id` integer,
	`text` text NOT NULL,
	`mentioned_agent_ids` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `notes_by_conversation` ON `notes` (`conversation_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`color` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_by_name` ON `tags` (`name`);--> statement-breakpoint
CREATE TABLE `canned_replies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inbox_id` integer,
	`name` text NOT NULL,
	`html` text NOT NULL,
	`created_by_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `canned_replies_by_inbox` ON `canned_replies` (`inbox_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email_address` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_by_email` ON `contacts` (`email_address`);--> statement-breakpoint
CREATE TABLE `rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inbox_id` integer NOT NULL,
	`name` text NOT NULL,
	`conditions` text DEFAULT '[]' NOT NULL,
	`actions` text DEFAULT '[]' NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rules_by_inbox` ON `rules` (`inbox_id`);--> statement-breakpoint
CREATE TABLE `views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`owner_id` integer,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `views_by_owner` ON `views` (`owner_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer,
	`uploaded_by_id` integer,
	`part` text DEFAULT '' NOT NULL,
	`filename` text NOT NULL,
	`content_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`inline` integer NOT NULL,
	`content_id` text DEFAULT '' NOT NULL,
	`blob` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`uploaded_by_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `attachments_by_message` ON `attachments` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_bodies` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `message_refs` (
	`message_id` integer NOT NULL,
	`internet_message_id` text NOT NULL,
	`is_self` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_refs_by_ref_message` ON `message_refs` (`internet_message_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `message_refs_by_message` ON `message_refs` (`message_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`identity` text NOT NULL,
	`internet_message_id` text NOT NULL,
	`in_reply_to` text DEFAULT '' NOT NULL,
	`references` text DEFAULT '[]' NOT NULL,
	`direction` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`from_name` text DEFAULT '' NOT NULL,
	`from_address` text DEFAULT '' NOT NULL,
	`to` text DEFAULT '[]' NOT NULL,
	`cc` text DEFAULT '[]' NOT NULL,
	`bcc` text DEFAULT '[]' NOT NULL,
	`reply_to` text DEFAULT '[]' NOT NULL,
	`sent_at` integer,
	`received_at` integer NOT NULL,
	`size_bytes` integer DEFAULT 0 NOT NULL,
	`attachment_count` integer DEFAULT 0 NOT NULL,
	`preview` text DEFAULT '' NOT NULL,
	`headers` text DEFAULT '{}' NOT NULL,
	`parts` text DEFAULT '[]' NOT NULL,
	`body_state` text DEFAULT 'none' NOT NULL,
	`source_blob` text,
	`threaded_by` text DEFAULT '' NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_identity` ON `messages` (`identity`);--> statement-breakpoint
CREATE INDEX `messages_by_internet_message_id` ON `messages` (`internet_message_id`);--> statement-breakpoint
CREATE INDEX `messages_by_conversation` ON `messages` (`conversation_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_by_body_state` ON `messages` (`body_state`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_by_sender` ON `messages` (`from_address`,`received_at`);--> statement-breakpoint
CREATE TABLE `placements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`folder_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`uid` integer NOT NULL,
	`modseq` text,
	`seen` integer NOT NULL,
	`flagged` integer NOT NULL,
	`answered` integer NOT NULL,
	`draft` integer NOT NULL,
	`deleted` integer NOT NULL,
	`keywords` text DEFAULT '[]' NOT NULL,
	`labels` text DEFAULT '[]' NOT NULL,
	`received_at` integer NOT NULL,
	`moving_to_folder_id` integer,
	`missing_since` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`moving_to_folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placements_by_folder_uid` ON `placements` (`folder_id`,`generation`,`uid`);--> statement-breakpoint
CREATE INDEX `placements_by_message` ON `placements` (`message_id`);--> statement-breakpoint
CREATE INDEX `placements_by_account` ON `placements` (`account_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `placements_by_missing` ON `placements` (`missing_since`) WHERE "placements"."missing_since" is not null;--> statement-breakpoint
CREATE INDEX `placements_by_target` ON `placements` (`moving_to_folder_id`) WHERE "placements"."moving_to_folder_id" is not null;--> statement-breakpoint
CREATE TABLE `operations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`kind` text NOT NULL,
	`message_id` integer,
	`placement_id` integer,
	`send_id` integer,
	`payload` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`priority` integer NOT NULL,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`last_error` text DEFAULT '' NOT NULL,
	`settled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `sends`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `operations_by_state` ON `operations` (`state`,`account_id`,`priority`,`id`);--> statement-breakpoint
CREATE INDEX `operations_by_message` ON `operations` (`message_id`,`state`);--> statement-breakpoint
CREATE INDEX `operations_by_placement` ON `operations` (`placement_id`,`state`);--> statement-breakpoint
CREATE INDEX `operations_by_send` ON `operations` (`send_id`);--> statement-breakpoint
CREATE TABLE `sends` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`agent_id` integer,
	`idempotency_key` text NOT NULL,
	`internet_message_id` text NOT NULL,
	`recipients` text NOT NULL,
	`source_blob` text NOT NULL,
	`state` text NOT NULL,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`last_error` text DEFAULT '' NOT NULL,
	`not_before` integer NOT NULL,
	`sent_at` integer,
	`sent_copy_state` text DEFAULT 'none' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sends_by_agent_key` ON `sends` (`agent_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `sends_by_conversation` ON `sends` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `sends_by_message` ON `sends` (`message_id`);--> statement-breakpoint
CREATE INDEX `sends_by_internet_message_id` ON `sends` (`internet_message_id`);