;;; giar.el --- Annual reports on information disclosure  -*- lexical-binding: t -*-

;; The server is `giar-lark lsp'.  Needs Eglot, which is part of Emacs 29 and later (a package before).
;; Put this file into your `load-path' and (require 'giar) into your init file.

;;; Code:

(defgroup giar nil
  "Annual reports on information disclosure."
  :group 'text)

(defcustom giar-program "giar-lark"
  "The program that checks reports: python -m pip install \"giar-lark[lsp]\"."
  :type 'string)

(defcustom giar-options '(:lang "zh" :inlayHints "all")
  "What the server is told when it starts."
  :type 'plist)

(defconst giar-title "信息公开.\\{0,12\\}\\(?:报告\\|年报\\)[[:space:]]*$\\|年度报告[[:space:]]*$"
  "How the line of the title ends.")

(defconst giar-heading "^[[:space:]#*]*[一1][[:space:]]*[、.．][[:space:]]*[^[:space:]]\\{2,16\\}[[:space:]]*$"
  "The heading of the first section.")

(defun giar-report-p ()
  "Return non-nil if this is a text with the title and first heading of a report."
  (and buffer-file-name
       (string-suffix-p ".txt" buffer-file-name)
       (save-excursion
         (goto-char (point-min))
         (let ((title (re-search-forward giar-title (line-end-position 20) t)))
           (and title (re-search-forward giar-heading (min (point-max) (+ title 20000)) t))))))

;;;###autoload
(define-derived-mode giar-mode text-mode "Giar"
  "Major mode for annual reports on information disclosure."
  (setq-local indent-tabs-mode t)
  (visual-line-mode 1)
  (when (fboundp 'eglot-ensure)
    (if (executable-find giar-program)
        (eglot-ensure)
      (message "giar-lark was not found.  Type: python -m pip install \"giar-lark[lsp]\""))))

;;;###autoload
(progn
  (add-to-list 'auto-mode-alist '("\\.giar\\(?:\\.txt\\)?\\'" . giar-mode))
  (add-to-list 'auto-mode-alist '("政府信息公开.*\\(?:年度报告\\|年报\\).*\\.txt\\'" . giar-mode))
  (add-to-list 'magic-mode-alist '(giar-report-p . giar-mode)))

(defun giar-contact (&rest _)
  "Return how Eglot starts the server."
  (list giar-program "lsp" :initializationOptions giar-options))

(with-eval-after-load 'eglot
  (defvar eglot-server-programs)
  (add-to-list 'eglot-server-programs '(giar-mode . giar-contact)))

(defun giar-check-folder (folder)
  "Check all reports in FOLDER; what is found goes to the diagnostics."
  (interactive "DCheck the reports in: ")
  (if (and (fboundp 'eglot-current-server) (eglot-current-server))
      (message "%S" (eglot-execute-command (eglot-current-server) "giar-lark.checkFolder"
                                           (vector (concat "file://" (expand-file-name folder)))))
    (user-error "Open a report first: the server is not running")))

(declare-function eglot-ensure "eglot")
(declare-function eglot-current-server "eglot")
(declare-function eglot-execute-command "eglot")

(provide 'giar)
;;; giar.el ends here
