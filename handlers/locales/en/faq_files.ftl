# The FAQ as a workbook: taking it out, and taking it in again.
faq-file-ready = ✅ Here are the questions. Please read the sheet "Hướng dẫn", then edit.
    When you are done, type "nhập bộ câu hỏi" and send the file.
faq-file-link = The file names who reviewed, so it is not sent through here. Please open this link to download it. It works once, for { $minutes } minutes.
    { $url }
faq-desk-export = Get an Excel file to edit
faq-desk-import = Send the edited Excel file
faq-import-ask = Please send the Excel file of questions that you edited.
faq-import-stop = No, leave it
faq-import-elsewhere = No files can be sent here. Please use the chat page on a computer.
faq-import-no-file = An Excel file that ends in .xlsx is needed. Please send that one.
faq-import-stopped = Nothing was taken in.
faq-import-nothing = The file was read. It says what the questions say already, so nothing was changed.
faq-import-problems = The file needs mending in { $count } places, so nothing was taken in.
faq-import-more-problems = There are { $count } more; I name them when these five are mended.
faq-import-more-problems-part = { $count } more. This file lists the first { $most }. The other { $left } follow when you send it again.
faq-import-more-problems-file = There are { $count } more; this file names them all.
faq-faults-file = to-mend
faq-faults-more = { $count } more: mend those above and send the file again to see the rest.
faq-import-line = { $line }
faq-import-more = – and { $count } more
faq-import-read = The file was read, nothing is taken in yet.
    { $counts }
faq-import-sure = Take it in?
faq-import-yes = Take it in
faq-import-no = No
faq-import-done = ✅ { $count } questions were taken in. In a moment people get the new words.

faq-file-counts = { $new } questions are new, { $changed } are changed, { $unchanged } stay as they are.
    { $added } wordings are added, { $removed } are removed.
faq-file-line-new = – { $id }, "{ $question }": new
faq-file-line = – { $id }, "{ $question }": { $parts }
faq-file-left-out = { $count } questions stand only among the wordings and are not looked at.
faq-file-masked = New wordings of { $count } entries named people or their numbers. These are hidden.
faq-file-advice = Worth another look in { $count } questions, as in { $id }: { $what }.

faq-file-problem = Sheet "{ $sheet }", row { $row }, column "{ $column }":
    { $what }
faq-file-unreadable = This file cannot be read. Please send the file that was exported here.
faq-file-too-big = This file is too large. Please send the file that was exported here.
faq-file-no-sheet = The sheet "{ $sheet }" is missing. Please export again and edit the new file.
faq-file-no-column = The sheet "{ $sheet }" lacks the column "{ $column }". Please export again and edit the new file.
faq-file-no-id = This row has no entry id. Please write the id in each row.
faq-file-id-twice = The id { $id } stands in row { $row } already. Please make one row of them.
faq-file-id-known = The id { $id } belongs to another question. Please choose another one for a new question.
faq-id-taken = The id { $id } belongs to another question.
faq-file-id-unknown = There is no question { $id } here. Leave the revision empty if it is new.
faq-file-bad-id = The id "{ $id }" is not right. Use small letters without accents, digits and hyphens.
faq-file-stray = The id { $id } is not on the sheet of questions. Please check it.
faq-file-asked-already = This question is there already as { $id }. Please edit the row of that id.
faq-file-changed = Somebody changed this question meanwhile, it is revision { $now } now. Please export again and edit the new file.
faq-file-empty = This cell is empty. Please fill it in.
faq-file-no-topic = This topic is not known. Please choose one of: { $topics }.
faq-file-bad-day = The day "{ $text }" cannot be read. Please write it like 31/12/2026.
faq-file-bad-citation = The line "{ $text }" cannot be read. Please write: document id | article.
faq-file-no-place = The place "{ $text }" is not known. Please write "Dùng chung", or a name from the column.
faq-file-no-basis = This question has no legal basis. Please write document id and article.
faq-file-date-order = The legal basis ends before it begins. Please check both days.
faq-file-reading = These words are long and hard to read. Please make shorter sentences, of 18 syllables at most.
faq-file-too-long = These words have more than { $most } letters. Please shorten them.
faq-file-alike = The question has nearly the same wording: "{ $wording }". Please remove this row.
faq-file-elsewhere = This is like a wording of the question { $id }: "{ $wording }". Please leave it with one of them.
faq-file-has-problems = The file needs mending in { $count } places, so nothing was taken in.
