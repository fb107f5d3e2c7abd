//! One walk over the lines of a specification: headings and fences. Deliberately no Markdown parser.

use memchr::memchr_iter;

use super::number::Number;

/// What the walk saw, in order.
pub(super) enum Event {
    Heading(Seen),
    /// An unfenced heading without a number.
    Unnumbered {
        level: u8,
        start: u32,
        line: u32,
        appendix: bool,
    },
    /// A fence closed in which numbered headings stood; `start` is the first byte behind it.
    FenceEnd {
        start: u32,
        line: u32,
    },
}

/// A numbered heading before it is known what it is worth.
pub(super) struct Seen {
    pub number: Number,
    pub level: u8,
    pub line: u32,
    pub start: u32,
    pub title: (u32, u32),
    pub fenced: bool,
    /// Unfenced, and its first component is the chapter it stands in.
    pub own: bool,
}

/// The events and the number of lines.
pub(super) fn scan(text: &str) -> (Vec<Event>, u32) {
    let mut scan = Scan { bytes: text.as_bytes(), ..Scan::default() };
    let mut start = 0;
    for end in memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len())) {
        scan.line += 1;
        match scan.bytes.get(start) {
            Some(b'#') => scan.heading(start, end),
            Some(b' ' | b'`' | b'~') => scan.fence(start, end),
            _ => {}
        }
        start = end + 1;
    }
    scan.close_fence(text.len(), scan.line + 1);
    (scan.events, scan.line)
}

#[derive(Default)]
struct Scan<'a> {
    bytes: &'a [u8],
    /// 1-based, as anchors write it.
    line: u32,
    events: Vec<Event>,
    fence: Option<Fence>,
    /// The chapter that the walk is in; none before the first and in an appendix.
    chapter: Option<u32>,
    /// The highest chapter that followed its predecessor.
    counted: u32,
    /// The last chapter that was opened.
    reached: Option<u32>,
    /// The last heading that belongs to the numbering of the document itself.
    last: Option<Number>,
}

struct Fence {
    mark: u8,
    length: usize,
    has_headings: bool,
}

impl Scan<'_> {
    fn heading(&mut self, start: usize, end: usize) {
        let line = self.bytes.get(start..end).unwrap_or_default();
        let level = line.iter().take_while(|&&byte| byte == b'#').count();
        let mut at = level + blanks(line, level);
        if level > 6 || at == level {
            return;
        }
        if line.get(at..).is_some_and(|rest| rest.starts_with("§".as_bytes())) {
            at += "§".len();
            at += blanks(line, at);
        }
        let level = level as u8;
        let Some((number, title)) = numbered(line, at) else {
            return self.unnumbered(level, start, line, at);
        };
        let depth_fits = usize::from(level) == number.len().min(6);
        if self.fence.as_ref().is_some_and(|fence| fence.mark == b'`' && fence.length == 3)
            && depth_fits
            && self.goes_on(number)
        {
            // The document's own numbering goes on here: the fence was left open by mistake.
            self.close_fence(start, self.line);
        }
        let fenced = self.fence.is_some();
        if !fenced && level == 1 && number.len() == 1 && self.opens_chapter(number) {
            self.chapter = Some(number.chapter());
            self.reached = self.chapter;
            self.counted = if number.chapter() == self.counted + 1 { number.chapter() } else { self.counted };
        }
        let own = !fenced && self.chapter == Some(number.chapter());
        if own && depth_fits {
            self.last = Some(number);
        }
        if let Some(fence) = &mut self.fence {
            fence.has_headings = true;
        }
        let title = trimmed(line, title);
        self.events.push(Event::Heading(Seen {
            number,
            level,
            line: self.line,
            start: start as u32,
            title: ((start + title.0) as u32, (start + title.1) as u32),
            fenced,
            own,
        }));
    }

    fn unnumbered(&mut self, level: u8, start: usize, line: &[u8], title: usize) {
        if self.fence.is_some() {
            return;
        }
        // An appendix has no chapter: what is numbered in it numbers itself.
        let appendix = level <= 2
            && self.chapter.is_some()
            && line.get(title..title + 8).is_some_and(|word| word.eq_ignore_ascii_case(b"appendix"));
        if appendix {
            self.chapter = None;
        }
        self.events.push(Event::Unnumbered { level, start: start as u32, line: self.line, appendix });
    }

    /// A chapter comes behind all before it. One that continues the count is taken back in
    /// after a higher number that can only have been an embedded document's.
    fn opens_chapter(&self, number: Number) -> bool {
        self.reached.is_none_or(|reached| reached < number.chapter()) || number.chapter() == self.counted + 1
    }

    fn goes_on(&self, number: Number) -> bool {
        let (Some(chapter), Some(last)) = (self.chapter, self.last) else { return false };
        if number.len() == 1 { number.chapter() == chapter + 1 } else { number.follows(last) }
    }

    fn fence(&mut self, start: usize, end: usize) {
        let line = self.bytes.get(start..end).unwrap_or_default();
        let indent = line.iter().take(4).take_while(|&&byte| byte == b' ').count();
        let Some(&mark) = line.get(indent).filter(|&&byte| byte == b'`' || byte == b'~') else { return };
        if indent > 3 {
            return;
        }
        let length = line.iter().skip(indent).take_while(|&&byte| byte == mark).count();
        let info = line.get(indent + length..).unwrap_or_default();
        match &self.fence {
            _ if length < 3 => {}
            None => {
                if mark == b'~' || !info.contains(&b'`') {
                    self.fence = Some(Fence { mark, length, has_headings: false });
                }
            }
            Some(open) if open.mark == mark && length >= open.length && info.trim_ascii().is_empty() => {
                self.close_fence(end + 1, self.line + 1);
            }
            Some(_) => {}
        }
    }

    fn close_fence(&mut self, start: usize, line: u32) {
        if self.fence.take().is_some_and(|fence| fence.has_headings) {
            let start = start.min(self.bytes.len()) as u32;
            self.events.push(Event::FenceEnd { start, line });
        }
    }
}

/// The number at `at` of a heading's line and where its title begins.
fn numbered(line: &[u8], at: usize) -> Option<(Number, usize)> {
    let (number, length) = Number::read(line.get(at..)?)?;
    let mut at = at + length;
    if line.get(at) == Some(&b'.') {
        at += 1;
    }
    let ends = line.get(at).is_none_or(|byte| byte.is_ascii_whitespace());
    ends.then(|| (number, at + blanks(line, at)))
}

fn blanks(line: &[u8], from: usize) -> usize {
    line.iter().skip(from).take_while(|&&byte| byte == b' ' || byte == b'\t').count()
}

/// The title from `from`, without the closing `#` marks and the blanks around it.
fn trimmed(line: &[u8], from: usize) -> (usize, usize) {
    let rest = line.get(from..).unwrap_or_default().trim_ascii_end();
    let marks = rest.iter().rev().take_while(|&&byte| byte == b'#').count();
    let bare = rest.get(..rest.len() - marks).unwrap_or_default();
    let closed = marks > 0 && (bare.is_empty() || bare.ends_with(b" "));
    let length = if closed { bare.trim_ascii_end().len() } else { rest.len() };
    (from, from + length)
}
