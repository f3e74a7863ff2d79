# Officials who look after the FAQ and its legal documents.
faq-changed-meanwhile = Another official has just changed this entry. Nothing was saved. Please open it again to see the new version.
faq-retired = This entry was taken out. Please restore it before changing it.
faq-not-retired = This entry is in use; there is nothing to restore.
faq-shared = Several communes share this entry. You can change your commune's own copy.
faq-has-copies = Other communes have copies of this entry, so its place cannot be changed.
faq-no-revision = This entry has no earlier version number { $number } to go back to.
faq-content-wrong = Nothing was saved: these parts are missing or wrong: { $fields }.
faq-unknown-document = Nothing was saved: document { $document } is not in the register.
faq-review-over = This entry is past its last day. Please change that day first.
faq-review-over-law = { $document } has ended. Please say first which document holds now.
faq-text-number = This has a phone number or the number of a paper, and everybody may read it. Please leave it out; only the duty phone of the commune may stand there.
faq-text-shouted = There are many exclamation marks, which startle people. Please take them out.
faq-dates-wrong = The last day is before the first. Please check both.
faq-no-recording = A recording is needed here. Please send it again.
faq-alias-known = The entry has this wording already.
faq-proposal-wrong = This wording is too short or too long to be kept.
faq-proposal-refused = These words cannot go into the common questions.
faq-proposal-decided = An official has already decided about this proposal.
law-not-in-force = { $document } is not in force today. Please choose another document.
law-unknown = Document { $document } is not in the register.
law-incomplete = The number of the document and an id like nd-146-2026-nd-cp are needed.
law-known = Document { $document } is in the register already.
law-not-marked = No official has marked an end of this document.
law-changed-meanwhile = The end of this document, or the entries that rest on it, changed meanwhile. Nothing was saved. Please look again.
faq-notice-expiring = { $count } ready answers end soon. The nearest: { $day }.
    It is: { $question }
    Please type "câu cần rà soát" to open them.
faq-notice-review = { $count } ready answers wait for your review. They are not used meanwhile.
    The first is: { $question }
    Please type "câu cần rà soát" to open them.
