UPDATE `messages` SET `identity` = printf('%010x', max(0, coalesce(`sent_at`, 0) / 1000)) || '-' || substr(`identity`, 1, 32) WHERE length(`identity`) = 64;
