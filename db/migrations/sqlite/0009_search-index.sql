-- Holds words only, no text: `search_documents` says whose they are. The tokenizer only cuts at spaces, for words are made outside.
CREATE VIRTUAL TABLE `search_index` USING fts5(
  subject, sender, receivers, copied, body, files, note, places,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);
--> statement-breakpoint
INSERT INTO `search_state` (`id`) VALUES (1);
--> statement-breakpoint
CREATE TRIGGER `search_documents_gone` AFTER DELETE ON `search_documents` WHEN old.version <> 0
BEGIN
  DELETE FROM `search_index` WHERE rowid = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_body_came` AFTER INSERT ON `message_bodies`
BEGIN
  UPDATE `search_documents` SET `version` = min(`version`, 0) - 1 WHERE `message_id` = new.message_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_body_changed` AFTER UPDATE OF `text` ON `message_bodies` WHEN new.text IS NOT old.text
BEGIN
  UPDATE `search_documents` SET `version` = min(`version`, 0) - 1 WHERE `message_id` = new.message_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_place_came` AFTER INSERT ON `placements`
BEGIN
  UPDATE `search_documents` SET `version` = min(`version`, 0) - 1 WHERE `message_id` = new.message_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_place_changed` AFTER UPDATE OF `message_id` ON `placements` WHEN new.message_id <> old.message_id
BEGIN
  UPDATE `search_documents` SET `version` = min(`version`, 0) - 1 WHERE `message_id` = new.message_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_note_changed` AFTER UPDATE OF `text`, `inbox_id` ON `notes`
BEGIN
  UPDATE `search_documents` SET `version` = min(`version`, 0) - 1 WHERE `note_id` = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_file_came` AFTER UPDATE OF `message_id` ON `attachments`
BEGIN
  UPDATE `search_documents` SET `version` = min(`version`, 0) - 1 WHERE `message_id` = new.message_id;
END;
