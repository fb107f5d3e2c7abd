;;; test.el --- What a user of eglot sees  -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'flymake)

(defvar work (file-name-as-directory (getenv "WORK")))
(setq flymake-no-changes-timeout 0.1
      eglot-send-changes-idle-time 0.05
      eglot-confirm-server-edits nil
      make-backup-files nil
      create-lockfiles nil)

(defun say (line)
  "Add LINE to the results."
  (write-region (concat line "\n") nil (getenv "RESULTS") t 'silent))

(defmacro deftest (name &rest body)
  "Run BODY as the test NAME."
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body (say (concat "ok " ,name)))
     (error (say (format "FAIL %s: %S" ,name problem)))))

(defmacro eventually (what form)
  "Wait until FORM is something, and give that; WHAT is told where it never is."
  `(let ((end (+ (float-time) 20)) value)
     (while (and (not (setq value ,form)) (< (float-time) end))
       ;; Timers and file notifications come with events.
       (read-event nil nil 0.05)
       (accept-process-output nil 0.05))
     (or value (error "never: %s" ,what))))

(defun visit (path)
  "Show the file at PATH below the folder of the test."
  (switch-to-buffer (find-file-noselect (concat work path)))
  (run-hooks 'post-command-hook))

(defun finding (words)
  "The finding of this buffer that says WORDS."
  (flymake-start)
  (cl-find-if (lambda (one) (string-search words (flymake-diagnostic-text one))) (flymake-diagnostics)))

(defun marked (words)
  "The text that the finding with WORDS marks."
  (let ((one (finding words)))
    (and one (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))))

(defun at (words)
  "Go into the first place of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (backward-char 2))

(defun change (old now)
  "Write NOW for the first place of OLD."
  (goto-char (point-min))
  (search-forward old)
  (replace-match now t t)
  (eglot--signal-textDocument/didChange))

(defconst fresh "demo/.GOV/task_packets/WP-1-Fresh.md")

(deftest "findings mark the words that are wrong"
  (visit fresh)
  (eventually "a server" (eglot-current-server))
  (eventually "the finding" (finding "is spelled"))
  (unless (equal (marked "is spelled") "ready-for-dev") (error "%S" (marked "is spelled"))))

(deftest "in the broken packet each mark lies on the words that are wrong"
  (visit "demo/.GOV/task_packets/WP-1-Export-Bundle.md")
  (eventually "the finding" (finding "is spelled"))
  (dolist (one '(("`In-Progress` is spelled `In Progress`" . "In-Progress")
                 ("there is no work packet WP-1-Zip-Library" . "WP-1-Zip-Library")
                 ("is also used by WP-1-Tag-Search" . "mara040320261415")))
    (unless (equal (marked (car one)) (cdr one)) (error "%S marks %S" (car one) (marked (car one)))))
  (visit fresh))

(deftest "hover on an id shows where the packet stands"
  (at "Depends on: WP-1-Tag-Search")
  (let (said)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
    (eventually "words" said)
    (unless (and (string-search "Stage" said) (string-search "In Progress" said)) (error "%s" said))))

(deftest "a SPEC_ANCHOR leads to its heading in the specification"
  (at "SPEC_ANCHOR: 4.1.1")
  (call-interactively #'xref-find-definitions)
  (unless (string-match-p "Master_Spec_v01.004" (buffer-name)) (error "%s" (buffer-name)))
  (unless (looking-at-p ".*4.1.1 Tag Names\\|4.1.1 Tag Names\\|Tag Names")
    (error "%s" (buffer-substring (pos-bol) (pos-eol)))))

(deftest "a quick fix writes the status, and its finding goes"
  (visit fresh)
  (let* ((one (eventually "the finding" (finding "is spelled")))
         (actions (eglot-code-actions (flymake-diagnostic-beg one) (flymake-diagnostic-end one) "quickfix")))
    (eglot-execute (eglot-current-server)
                   (cl-find "Write `Ready for Dev`" actions :key (lambda (it) (plist-get it :title)) :test #'equal)))
  (at "**Status:** Ready for Dev")
  (eglot--signal-textDocument/didChange)
  (eventually "no such finding" (not (finding "is spelled"))))

(deftest "source.fixAll fixes all that is safe"
  (change "Ready for Dev" "ready-for-dev")
  (eventually "the finding" (finding "is spelled"))
  (let ((actions (eglot-code-actions (point-min) (point-max) "source.fixAll.taskpacket")))
    (eglot-execute (eglot-current-server) (car actions)))
  (at "**Status:** Ready for Dev"))

(deftest "a rename moves files, which eglot cannot, so it is refused with the reason"
  (at "TASK_ID: WP-1-Fresh")
  (let* ((before (buffer-string))
         (said (condition-case problem (progn (eglot-rename "WP-1-Sketch") nil)
                 (error (format "%S" problem)))))
    (unless (and said (string-search "renames no files" said)) (error "%S" said))
    (unless (equal (buffer-string) before) (error "the buffer has changed"))))

(deftest "completion of a SPEC_ANCHOR offers sections of the Main Body only"
  (change "SPEC_ANCHOR: 4.1.1 (Tag Names)" "SPEC_ANCHOR: ")
  (let* ((table (nth 2 (eglot-completion-at-point)))
         (offered (all-completions "" table)))
    (unless (cl-some (lambda (it) (string-search "4.1.2 Nested Tags" it)) offered) (error "%S" offered))
    (when (cl-some (lambda (it) (string-match-p "^[78]\\." it)) offered) (error "%S" offered))))

(deftest "a signature that is typed a second time marks both packets"
  (visit "demo/.GOV/task_packets/WP-1-Note-Sync-v2.md")
  (goto-char (point-min))
  (re-search-forward "USER_SIGNATURE: \\([a-z0-9]+\\)")
  (let ((signature (match-string 1)) (first (current-buffer)))
    (visit fresh)
    (change "- **Status:**" (format "- USER_SIGNATURE: %s\n- **Status:**" signature))
    (eventually "it is marked here" (finding "is also used by"))
    (with-current-buffer first (eventually "and there" (finding "is also used by WP-1-Fresh")))
    (change (format "- USER_SIGNATURE: %s\n" signature) "")
    (with-current-buffer first (eventually "neither" (not (finding "is also used by"))))))

(deftest "a file that something else writes counts"
  (change "Depends on: WP-1-Tag-Search" "Depends on: WP-1-Zip-Library")
  (eventually "the finding" (finding "there is no work packet WP-1-Zip-Library"))
  (write-region "# Task Packet: WP-1-Zip-Library\n" nil (concat work "demo/.GOV/task_packets/WP-1-Zip-Library.md") nil 'silent)
  (eventually "no such finding" (not (finding "there is no work packet WP-1-Zip-Library"))))

(deftest "settings that are written count at once"
  (change "Ready for Dev" "ready-for-dev")
  (eventually "the finding" (finding "is spelled"))
  (write-region "\n[severity]\nstatus-spelling = \"off\"\n" nil (concat work "demo/taskpacket.toml") t 'silent)
  (eventually "no such finding" (not (finding "is spelled"))))

(deftest "a server that is killed is started again, and has findings"
  ;; Eglot starts anew what has lived for three seconds.
  (let ((until (+ (float-time) 3.5))) (while (< (float-time) until) (read-event nil nil 0.1)))
  (let ((old (eglot-current-server)))
    (signal-process (jsonrpc--process old) 'SIGKILL)
    (eventually "another server"
                (let ((now (eglot-current-server))) (and now (not (eq now old)) (jsonrpc-running-p now)))))
  (change "ready-for-dev" "Wandering")
  (eventually "the finding" (equal (marked "`Wandering`") "Wandering")))

(deftest "a second workspace has a server and findings of its own"
  (let ((one (eglot-current-server)))
    (visit "second/.GOV/task_packets/WP-1-Fresh.md")
    (eventually "a server" (eglot-current-server))
    (when (eq one (eglot-current-server)) (error "it is the same"))
    (eventually "the finding" (equal (marked "is spelled") "ready-for-dev"))))

(defun processor ()
  "The processor's time of the server of this buffer so far, in milliseconds."
  (let ((of (process-attributes (process-id (jsonrpc--process (eglot-current-server))))))
    (* 1000 (float-time (time-add (alist-get 'utime of) (alist-get 'stime of))))))

(defun all-marked ()
  "Each finding of this buffer with the words that it marks, sorted."
  (flymake-start)
  (sort (mapcar (lambda (one)
                  (concat (flymake-diagnostic-text one) ": "
                          (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))
                (flymake-diagnostics))
        #'string<))

(defvar measured nil "What the last test measured.")
(deftest "300 letters typed at full speed in a packet of 82 KB leave every mark on its words"
  (visit "second/.GOV/task_packets/WP-1-Large.md")
  (eventually "findings" (length> (all-marked) 2))
  (let ((until (+ (float-time) 1))) (while (< (float-time) until) (read-event nil nil 0.1)))
  (let ((before (all-marked)) (spent (processor)))
    (goto-char (point-min))
    (search-forward "(Coder fills this")
    (goto-char (match-beginning 0))
    (dotimes (letter 300)
      (insert (if (= (% letter 6) 5) " " "x"))
      ;; Eglot holds changes back until somebody rests; here each letter is sent. A hundred a second: nobody types
      ;; faster, and the server is not given them in one heap.
      (eglot--signal-textDocument/didChange)
      (sleep-for 0.01))
    (let ((until (+ (float-time) 2))) (while (< (float-time) until) (read-event nil nil 0.1)))
    (setq measured (/ (- (processor) spent) 300))
    (unless (equal (all-marked) before) (error "%S instead of %S" (all-marked) before))
    ;; The last list is of the last text: a word that is wrong is told where it stands now.
    (change "**Status:** In Progress" "**Status:** Wandering")
    (eventually "the status" (equal (marked "`Wandering`") "Wandering"))))
(when measured (say (format "measured %.1f ms of the server's processor for a letter" measured)))

(deftest "elsewhere no server is started"
  (visit "plain/a.md")
  (let ((until (+ (float-time) 1))) (while (< (float-time) until) (read-event nil nil 0.1)))
  (when (eglot-current-server) (error "there is one")))

(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(ignore-errors (eglot-shutdown-all))
(say "end of tests")
(kill-emacs 0)
;;; test.el ends here
