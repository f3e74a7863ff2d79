# For operators at the command line.
cli-about = Đối Thoại: the assistant behind a commune's policy dialogue
cli-serve = run everything in one process
cli-serve-demo = sample commune and sample people, on this machine only
cli-serve-host = address to listen on
cli-serve-port = port number
cli-database-url = SQLAlchemy address of the database
cli-chat = talk to the assistant in the terminal
cli-chat-as = who speaks
cli-chat-role = a role that person holds, or a sample person of the sample commune
cli-chat-no-role = Nobody called "{ $name }" holds this role.
cli-chat-file = File saved: { $file }
cli-migrate = bring the database to the newest schema
cli-migrated = The database is at { $revision }.
cli-faq = frequently asked questions
cli-faq-match = one message per line in, one result per line out
cli-faq-match-jsonl = every input line is a JSON object with "text"
cli-faq-knowledge = use another set of questions
cli-faq-eval = measure on labelled messages
cli-faq-lint = check the questions
cli-faq-lint-done = { $count } to mend.
cli-faq-bad-knowledge = The set of questions cannot be read: { $problems }
cli-bad-setting = Wrong setting: { $fields }.
cli-os-error = That did not work: { $reason } { $file }
serve-ready = Open the chat page: { $url }/
serve-ready-demo = This is the sample commune. Choose a sample person at { $url }/demo, or type in another window:
    {"  "}{ $command } chat --as ho-3                 (a household of village 3)
    {"  "}{ $command } chat --as truong-thon-3        (the head of village 3; truong-thon-1 to truong-thon-6 exist)
    {"  "}{ $command } chat --as can-bo               (a commune official)
cli-grant = issue an invitation code for an official or a village head; it works once
cli-grant-role = the role it gives
cli-grant-unit = code prefix of the commune
cli-grant-village = name of the village, for a village head
cli-granted = Invitation code: { $code }. The person opens the chat, types "mã mời", then this code. It works once, within { $days } days.
cli-commune = create a commune and its villages
cli-commune-name = name of the commune
cli-commune-prefix = two to four letters before the codes of submissions
cli-commune-villages = names of the villages, separated by semicolons
cli-commune-kind = what a village is called here: thôn, bản, buôn, làng, ấp, khu phố…
cli-commune-done = Created { $name } with { $count } villages.
cli-commune-exists = The prefix { $prefix } is taken.
cli-commune-bad-prefix = The prefix must be two to four plain letters.
cli-commune-no-village = At least one village is needed.
cli-unknown-unit = No commune has the prefix { $prefix }.
cli-unknown-village = { $name } is not in this commune.
cli-grant-needs-village = For a village head, name the village.
