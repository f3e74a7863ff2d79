# Officials look after the FAQ in the chat.
menu-faq_entries = The policy questions

faq-desk-ask = What would you like to do with the questions?
faq-desk-search = Search
faq-desk-topic = By topic
faq-desk-progress = { $done } of { $count } entries are reviewed, { $left } wait for their first review.
faq-desk-due = To be reviewed again, or ending soon ({ $count })
faq-desk-unreviewed = Wait for their first review ({ $count })
faq-desk-which-unreviewed = { $count } entries are not reviewed yet. Which one?
faq-desk-none-unreviewed = Officials have reviewed every entry.
faq-desk-proposals = New wordings to approve ({ $count })
faq-desk-laws = Documents that ended
faq-desk-new = Write a new entry
faq-desk-which-topic = Which topic?
faq-desk-of-topic = { $topic } ({ $count } entries)
faq-desk-retired = entries taken out
faq-desk-which = There are { $count }. Which one?
faq-desk-which-due = { $count } entries wait for review or end soon. Which one?
faq-desk-none = There is nothing here.
faq-desk-none-due = Nothing waits to be reviewed again or ends soon. { $count } entries wait for their first review.
faq-desk-none-retired = No entry was taken out.
faq-restored = ✅ The entry was restored.
faq-ask-search = Please type the question, or a few words of it.
faq-search-words = Please type a few words.
faq-search-none = I found none. Please try other words.
faq-search-which = I found { $count }. Choose one, or type other words.
faq-line-unreviewed = { $question }
faq-line-reviewed = { $question } (reviewed)
faq-line-to_review = { $question } (to be reviewed)
faq-line-expired = { $question } (expired)

faq-view-head = { $question }
    Topic: { $topic }. Version { $number }. Id: { $id }
faq-view-short = Answer: { $text }
faq-view-details = Details:
    { $details }
faq-view-how = How to get it: { $text }
faq-view-basis = Legal basis: { $cited }.
faq-view-no-basis = Legal basis: no document yet.
faq-view-ended = { $document } (ended)
faq-view-recalled = { $document } (number not checked)
faq-view-state = { $lines }
faq-view-unreviewed = No official has reviewed it.
faq-view-reviewed = Reviewed by { $name } on { $day }.
faq-view-to_review = It waits for review and is not used meanwhile.
faq-view-to-review-law = It waits for review because document { $document } ended. It is not used meanwhile.
faq-view-to-review-back = It waits for review, because { $document } is in force after all and its basis was changed. It is not used meanwhile.
faq-view-expired = It was marked expired and is not used.
faq-view-retired = It was taken out.
faq-view-ahead = It holds only from { $day }.
faq-view-last-day = Last day of use: { $day }.
faq-view-own = It holds only in { $place }.
faq-view-shared = It holds everywhere.
faq-view-copies = Several communes share it. Your change is kept as your commune's own copy.
faq-view-asked = { $count } wordings.
faq-view-audio = There is a recording.
faq-why = Why it was found: it is like the wording "{ $wording }". Words in common: { $words }.
faq-why-nothing = It has no word in common with what you typed.
faq-action = What would you like to do with it?
faq-do-review = Reviewed, may be used
faq-do-words = Change the words
faq-do-asked = How households ask
faq-do-trust = Days, place, recording
faq-do-past = Earlier versions
faq-do-restore = Restore it
faq-do-back = See another

faq-save = Save
faq-saved = ✅ Saved.
faq-saved-copy = This is your commune's own copy. The shared entry stays as it was.
faq-not-saved = Nothing was saved.
faq-changed-leave = Leave the new version
faq-part-ask = Which part should change?
faq-part-short = Short answer
faq-part-details = Details
faq-part-how = How to get it
faq-part-question = Question
faq-basis-ask = How should the legal basis change?
faq-basis-more = Add a document
faq-basis-instead = Another document instead
faq-basis-none = No legal basis
faq-basis-keep = Leave it as it is
faq-basis-article = Which article? Type it like "Điều 5 khoản 2".
faq-basis-whole = The whole document
faq-basis-more-sure = Add to the legal basis: { $basis }. Save it?
faq-basis-instead-sure = The only legal basis: { $basis }. Save it?
faq-basis-none-sure = This answer has no legal basis. Save it?
faq-detail-ask = Which detail should change?
faq-detail-who = Who
faq-detail-how_much = How much
faq-detail-where = Where
faq-detail-papers = Papers
faq-detail-how_long = How long
faq-detail-cost = Cost
faq-detail-note = Note
faq-part-now = Now: { $text }
faq-part-empty = This part has no words yet.
faq-part-type = Please type the new words. Short sentences, plain words.
faq-part-drop = Drop this part
faq-part-drop-sure = This part is dropped. Save it?
faq-part-read-back = The new words:
    "{ $text }"
    Save them?
faq-text-wrong = This is empty or longer than { $most } characters. Please type it again.
faq-advice = Households may find this hard:
    { $lines }
faq-advice-reading = a long sentence; better several short ones
faq-advice-abbreviation = an abbreviation; better in full
faq-advice-money = money is better written in words
faq-advice-law-number = numbers of documents belong to the legal basis
faq-advice-brackets = brackets; better without
faq-advice-voice = an exclamation mark, or words that are hard
faq-advice-promise = promises that an official answers; leave it out, I ask people myself
faq-advice-unconfirmed-figure = an unsure figure; better without
faq-advice-district = it names the district, which is gone
faq-advice-bare-reply = it begins with a bare yes or no; better with the thing itself
faq-advice-missing-answer = there is no short answer

faq-asked-list = The entry has { $count } wordings. The newest:
    { $lines }
faq-asked-none = none yet
faq-asked-add = Add a wording
faq-asked-remove = Take a wording away
faq-asked-back = Back to the entry
faq-asked-type = How do households ask? Please type it in their words, without names.
faq-asked-which = Which wording should go?
faq-asked-add-sure = Add the wording: "{ $text }". Save it?
faq-asked-remove-sure = Take away the wording: "{ $text }". Save it?
faq-asked-added = ✅ The wording was learned.
faq-asked-removed = ✅ The wording was taken away.
faq-alias-alike = There is almost the same wording already: "{ $wording }". It need not be kept.
faq-alias-elsewhere = This wording leads to another entry: "{ $question }". Please type other, clearer words.

faq-review-unsure = What is still unsure, please check:
    { $lines }
faq-review-recalled = The number { $number } is from memory and was not checked.
faq-review-law-ended = This entry rests on { $document }, which ended after { $day }. Amounts and conditions may have changed.
faq-review-law-now = Which document holds now?
faq-review-law-other = Another document
faq-review-law-without = The answer still holds without it
faq-review-law-later = Not known yet, let it wait
faq-review-law-which = Please type the number or title of the document in force.
faq-review-law-sure = Have you checked every amount and condition of this entry? The answer will be used again with no document in the place of { $document }.
faq-review-law-sure-yes = Checked, the answer still holds
faq-review-law-settled = { $document } has ended. Now: { $now }.
faq-review-law-dropped = { $document } has ended. No document takes its place.
faq-review-ask = It will say: reviewed by { $name } on { $day }.
    Entry: { $question }
    May this answer be used?
faq-review-yes = Yes, in my name
faq-review-no = Not yet
faq-reviewed = ✅ The entry is reviewed.
faq-state-ask = What should change?
faq-state-send = To be reviewed, not used meanwhile
faq-state-expire = Expired, not used any more
faq-state-days = Days of use
faq-state-place = Place of use
faq-state-voice = Recording of the answer
faq-state-retire = Take the entry out
faq-state-send-sure = Stop using this entry until it is reviewed: { $question }
    Questions go to an official meanwhile. Save it?
faq-state-expire-sure = Mark this entry expired: { $question }
    Questions go to an official. Save it?
faq-state-retire-sure = Take this entry out: { $question }
    It can be restored later. Save it?
faq-days-first = From which day is it used?
faq-days-from-now = from now on
faq-days-last = What is the last day of use?
faq-days-no-end = without end
faq-days-sure = From: { $first }.
    Until: { $last }.
    Save it?
faq-place-ask = Where does it hold?
faq-place-own = Only { $place }
faq-place-shared = Everywhere
faq-voice-read = Please read: { $text }
faq-voice-ask = Please send a recording of these words.
faq-voice-drop = Drop the present recording
faq-voice-sure = The recording has arrived. Keep it with the entry?
faq-voice-drop-sure = The recording of this entry is dropped. Save it?
faq-past-none = There is no earlier version.
faq-past-which = In use: { $now }. Which version would you like to see?
faq-past-line = version { $number } · { $origin } · { $day } · { $name }
faq-past-software = the software
faq-past-seed = as delivered
faq-past-edit = changed
faq-past-import = from a file
faq-past-alias = wording added
faq-past-rollback = rolled back
faq-past-words = Earlier: { $question }
faq-past-differs = It differs from the present one in: { $parts }.
faq-past-same = It is the same as the present one.
faq-part-asked = Wordings
faq-part-basis = Legal basis
faq-view-question = Version { $number }: { $question }
faq-past-ask = Use version { $number } again?
faq-past-back = Use this version again
faq-past-done = ✅ Version { $number } is used again.

law-ask = Which documents would you like to see?
law-way-search = Search
law-way-ending = Documents that end soon
law-way-ended = Documents that have ended
law-way-add = Write down a new document
law-none = There is nothing here.
law-which = There are { $count }. Which one?
law-ask-search = Please type the number or title.
law-search-none = This document is not in the register. Please try other words.
law-search-which = I found { $count }. Choose one, or type again.
law-view = { $lines }
law-view-head = { $name }
law-view-number-recalled = The number is from memory, nobody has checked it. Households do not see it in entries that nobody has reviewed. Look at the document before you review an entry.
law-view-title-recalled = The title is from memory, nobody has checked it.
law-view-from = In force from { $day }.
law-view-to = It ends after { $day }.
law-view-replaced = Replaced by: { $number }.
law-view-resting = { $count } entries rest on it.
law-view-shared = Several communes share the register. Only officials above them all mark an end.
law-do-replaced = Mark as replaced by another
law-do-ended = Mark as ended
law-do-take_back = Take the mark back
law-do-related = Entries and answers under it
law-do-back = See another
law-do-return = Back to the document
law-ask-replacing = Which document replaces it? Please type number or title.
law-replacing-new = A new one that is not in the register
law-replaces-itself = A document cannot replace itself.
law-ask-day = What is the last day on which { $number } is in force?
law-end-of = Document { $number } is in force until { $day }.
law-end-now = Entries to be reviewed at once: { $count }.
law-end-later = Entries to be reviewed from the day after: { $count }.
law-end-told = Times that I answered under it: { $count }.
law-end-answers = Answers of officials under it: { $count }.
law-end-sure = Save it?
law-ended = ✅ The end is kept.
law-ended-now = ✅ Saved. { $count } entries wait for review and are not used meanwhile.
law-take-back-ask = Take the mark back? Entries that wait because of it are used again as before.
law-take-back-yes = Take it back
law-taken-back = ✅ Taken back. { $count } entries are used as before.
law-taken-back-moved = The basis of { $count } entries was changed because of that mark. They wait for review:
    { $lines }
law-related-which = Which one would you like to open and correct?
law-of-entry = Entry: { $question }
law-of-answer = Answered { $code }, { $day }
law-told-none = I have not answered under it yet.
law-told = I answered { $count } times under it:
    { $lines }
law-told-line = – { $day }: { $count } times
law-add-kind = What kind of document is it?
law-kind-bo-luat = Code of law
law-kind-luat = Law
law-kind-nghi-dinh = Decree
law-kind-thong-tu = Circular
law-kind-thong-tu-lien-tich = Joint circular
law-kind-quyet-dinh = Decision
law-kind-nghi-quyet = Resolution
law-kind-cong-van = Official letter
law-add-number = What is its number? Please type it in full, like "146/2026/NĐ-CP".
law-number-wrong = The number needs digits and letters, like "146/2026/NĐ-CP".
law-add-title = What is its title?
law-add-from = From which day is it in force?
law-add-sure = { $kind } { $number }
    { $title }
    In force from { $day }. Save it?

faq-proposals-none = No wording waits for approval now.
faq-proposals-later = { $count } wordings were put off.
faq-proposals-left = { $count } wordings wait for approval.
faq-proposal-text = Households asked: "{ $text }"
    { $source } Seen { $count } times.
faq-proposal-official_correction = An official named the right entry.
faq-proposal-answer = An official wants to keep the answer.
faq-proposal-household_choice = Households chose this entry.
faq-proposal-entry = It will lead to: { $question }
    Answer: { $text }
faq-proposal-answered = An official answered: { $text }
faq-proposal-ask = What do you decide?
faq-proposal-do-approve = Right, learn it
faq-proposal-do-other = Choose another entry
faq-proposal-do-new = Write a new entry
faq-proposal-do-reword = Change the wording, then learn it
faq-proposal-do-reject = Do not learn it
faq-proposal-do-later = Later
faq-proposal-reword = Please type the wording anew, without names.
faq-proposal-rejected = The wording is not learned.
faq-new-question = What is the question? One short sentence.
faq-new-use = Use these words: { $text }
faq-new-short = What is the short answer? Short sentences, plain words.
faq-new-document = By which document? Type its number or title.
faq-new-basis = Legal basis: { $document }.
faq-new-read-back = Question: { $question }
    Answer: { $text }
    { $document }
    Save it?
