;; extends

; Words of task packets that are nodes of their own; what stands in plain text, such as a label without asterisks, is none.

; **Status:**
((strong_emphasis) @label.packet
  (#lua-match? @label.packet "^%*%*[A-Z][%u%d]+_[%u%d_]+:?%*%*$"))
((strong_emphasis) @label.packet
  (#any-of? @label.packet
    "**Status:**" "**Status**" "**What:**" "**Why:**" "**Boundary:**" "**Justification:**" "**Verdict:**" "**Blocker:**"
    "**Depends on:**" "**Blocks:**" "**DATE:**" "**ROLE:**" "**REQUESTOR:**" "**User Signature Locked:**"
    "**Target File**" "**Line Delta**" "**Pre-SHA1**" "**Post-SHA1**" "**Gates Passed**"))

; **[WP-1-Name]**
((shortcut_link (link_text) @type.packet)
  (#lua-match? @type.packet "^WP%-[1-9]%-[%w.-]+$"))

; [VALIDATED]
((shortcut_link (link_text) @constant.state)
  (#any-of? @constant.state
    "READY_FOR_DEV" "READY FOR DEV" "IN_PROGRESS" "IN PROGRESS" "ACTIVE" "DONE" "VALIDATED" "FAIL" "OUTDATED_ONLY" "BLOCKED"
    "SUPERSEDED" "STUB" "GAP"))

; [CX-580E], [FB-TAG-010]
((shortcut_link (link_text) @constant.anchor)
  (#lua-match? @constant.anchor "^%u[%u%d]*%-[%u%d-]*%d%u?$")
  (#not-lua-match? @constant.anchor "^WP%-"))

; <unclaimed>
((html_tag) @comment.todo.placeholder
  (#any-of? @comment.todo.placeholder
    "<fill>" "<pending>" "<unclaimed>" "<paste>" "<line>" "<hash>" "<int>" "<name>" "<quote>"))
