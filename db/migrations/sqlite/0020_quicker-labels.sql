-- As before, without sorting: a label stands once in the list of a message, and what is there already is left alone.
DROP TRIGGER `placement_labels_of_new`;--> statement-breakpoint
CREATE TRIGGER `placement_labels_of_new` AFTER INSERT ON `placements`
WHEN (new.labels <> '[]' OR new.flagged = 1) AND new.missing_since IS NULL
BEGIN
	INSERT INTO placement_labels (folder_id, placement_id)
	SELECT f.id, new.id
	FROM folders h
	CROSS JOIN json_each(iif(new.flagged = 1, json_insert(new.labels, '$[#]', '\Starred'), new.labels)) j
	CROSS JOIN folders f ON f.account_id = h.account_id AND f.label = j.value
	WHERE h.id = coalesce(new.moving_to_folder_id, new.folder_id) AND h.holds_labels = 1
	ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `placement_labels_of_changed`;--> statement-breakpoint
CREATE TRIGGER `placement_labels_of_changed` AFTER UPDATE OF labels, flagged, folder_id, moving_to_folder_id, missing_since ON `placements`
WHEN new.labels <> old.labels OR (new.flagged <> old.flagged OR new.folder_id <> old.folder_id
	OR new.moving_to_folder_id IS NOT old.moving_to_folder_id OR (new.missing_since IS NULL) <> (old.missing_since IS NULL))
	AND (new.labels <> '[]' OR new.flagged = 1 OR old.flagged = 1)
BEGIN
	DELETE FROM placement_labels WHERE placement_id = new.id AND folder_id NOT IN (
		SELECT f.id
		FROM folders h
		CROSS JOIN json_each(iif(new.flagged = 1, json_insert(new.labels, '$[#]', '\Starred'), new.labels)) j
		CROSS JOIN folders f ON f.account_id = h.account_id AND f.label = j.value
		WHERE h.id = coalesce(new.moving_to_folder_id, new.folder_id) AND h.holds_labels = 1 AND new.missing_since IS NULL
	);
	INSERT INTO placement_labels (folder_id, placement_id)
	SELECT f.id, new.id
	FROM folders h
	CROSS JOIN json_each(iif(new.flagged = 1, json_insert(new.labels, '$[#]', '\Starred'), new.labels)) j
	CROSS JOIN folders f ON f.account_id = h.account_id AND f.label = j.value
	WHERE h.id = coalesce(new.moving_to_folder_id, new.folder_id) AND h.holds_labels = 1 AND new.missing_since IS NULL
	ON CONFLICT DO NOTHING;
END;
