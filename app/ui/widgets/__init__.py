"""The parts every page is made of. All sizes given to them are px at 100% text.

Look          ``theme.current()``: px, size, radius, colour, font, icon, severity, scale.
layout        Column(*parts, spacing=, margins=), Row(...), Gap, Hairline, Group(layout, ground=);
              a part is a widget, a layout, or a number (a stretch of that strength).
flow_layout   FlowLayout(*widgets, gap=): wraps.
text, heading Text(words, voice, tone=, wrap=) .say(words); Heading(words, voice).
              Voices: title title_small heading body body_strong label small caption words
              words_small story key. Tones: ink2 ink3 pine brick honeyink.
button        Button(words, kind="main|plain|quiet|link|destroy|item", icon=, keys=, size=, name=).
form          FormRow(label, field, hint, shown=) .show_error(sentence); Form(*rows); Line(...).
text_area     TextArea(text, lines=, most=, voice=) .words: a growing field for own words.
tick_box      TickBox(words), RoundChoice(words). pick_list: PickList(name, items).
choice        Segments(question, answers) .answer; SeverityScale(words) .value .show_value(n);
(segments,    both emit chosen(place), -1 when emptied. OneOf is the base of both.
severity_scale)
chips         Chips(name, answers, on) .on, changed; Chip(words) alone.
when_field    WhenField(words, read) .when .text, changed; read(text) -> (When | None, spoken).
sharing_mark  SharingMark(words, {id: name}, sharing) changed(Sharing).
notice        Notice(sentence, kind="gentle|trouble", actions=) .say(sentence); "" hides it.
pill          Pill(words, "kept|waiting|plain"). picture: Picture(icon, tone, size).
own_words     OwnWords(text, words, voice=, quoted=). empty_state: EmptyState(serif, plain, actions).
page          Page(title, words, margin_title=): .body .margin (Columns), add_action(button),
              first_focus(), folded(Fold), set_margin_count(n). page.scrolling(widget).
record_list   RecordList(name, grows=, dated_right=) .show_rows((RecordRow, ...));
              opened(key) moved(key) trashed(key) menu(key, place).
quick_line    QuickLine(words, read, hint): read(text) -> Echo of EchoParts (module echo);
              saved(text) cleared(text) understood(echo) part_chosen(n) choice_chosen(n).
ledger        Ledger(words, name) .show_view(LedgerView) (module ledger_value);
              written(row, col, value) opened(row, col) trashed(row, col).
page_preview  PagePreview(words) .show_pages([QImage], texts) .go_to(n) .zoom(by) .fit().
steps         Steps(name, words) .show_steps((Step(words=, state=), ...)); opened(place).
narrow, pile  Narrow(layout, width): a good line of text; Pile(*parts) .show_only(part).
working       Working(sentence) .begin(steps) .step() .end(): words and a plain bar.
list_and_detail  ListAndDetail(title, words, detail, width=): a list column beside a page.
theme_choices ThemeChoices(words) chosen(name). size_slider: SizeSlider(words) chosen(percent).
key_catcher   KeyCatcher(words) caught(keys) refused() left(): takes the next key pressed.
cover         Cover(Label(layout), foot, beside): the closed notebook.
spoken        announce(widget, sentence, at_once=), set_role(widget, role).
"""
