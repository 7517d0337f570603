-- New words wait in a list of at most 256 kB and are sorted in together, which takes a fraction of the
-- time; a search reads that list besides the index.
ALTER INDEX "message_search_words" SET (fastupdate = on, gin_pending_list_limit = 256);
ALTER INDEX "search_word_near" SET (fastupdate = on, gin_pending_list_limit = 256);
