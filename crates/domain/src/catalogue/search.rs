use super::Item;

/// Every word of every item in small letters, in order: what begins like a typed word stands together.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: Vec<(Box<str>, u32)>,
}

/// How well an item answers; the smallest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Code,
    BeginsSo,
    HasWords,
}

impl Index {
    pub fn of(items: &[Item]) -> Index {
        let mut words = Vec::with_capacity(items.len().saturating_mul(5));
        for (at, item) in (0_u32..).zip(items) {
            let mut own: Vec<String> = words_of(&item.name);
            own.push(item.code.to_lowercase());
            own.extend(item.barcode.as_ref().map(|barcode| barcode.to_lowercase()));
            own.sort_unstable();
            own.dedup();
            words.extend(own.into_iter().map(|word| (word.into_boxed_str(), at)));
        }
        words.sort_unstable();
        Index { words }
    }

    /// Places in `items`, the best first.
    pub fn search(&self, items: &[Item], typed: &str, most: usize) -> Vec<usize> {
        let whole = typed.trim().to_lowercase();
        let mut wanted: Vec<String> = words_of(&whole);
        // A code with signs in it is one word of the index.
        if wanted.len() > 1 && !self.beginning(&whole).is_empty() {
            wanted = vec![whole.clone()];
        }
        // The rarest word narrows most; the others are looked for in what it leaves.
        wanted.sort_by_key(|word| self.beginning(word).len());
        let Some((rarest, others)) = wanted.split_first() else {
            return Vec::new();
        };
        let mut places: Vec<usize> = self
            .beginning(rarest)
            .iter()
            .filter_map(|(_, at)| usize::try_from(*at).ok())
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut found: Vec<(Fit, usize)> = places
            .into_iter()
            .filter_map(|at| Some((at, items.get(at)?)))
            .filter(|(_, item)| has_all(item, others))
            .map(|(at, item)| (fit(item, &whole), at))
            .collect();
        // Items stand in the order of their names, so a place breaks a tie as a name would.
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    }

    fn beginning(&self, prefix: &str) -> &[(Box<str>, u32)] {
        let from = self.words.partition_point(|(word, _)| &**word < prefix);
        let rest = self.words.get(from..).unwrap_or_default();
        let many = rest.partition_point(|(word, _)| word.starts_with(prefix));
        rest.get(..many).unwrap_or_default()
    }
}

fn has_all(item: &Item, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let own = words_of(&item.name);
    wanted.iter().all(|word| {
        let named = own.iter().any(|own| own.starts_with(word));
        named || codes(item).any(|code| code.to_lowercase().starts_with(word))
    })
}

fn fit(item: &Item, whole: &str) -> Fit {
    if codes(item).any(|code| code.to_lowercase() == whole) {
        Fit::Code
    } else if item.name.to_lowercase().starts_with(whole) {
        Fit::BeginsSo
    } else {
        Fit::HasWords
    }
}

fn codes(item: &Item) -> impl Iterator<Item = &str> {
    std::iter::once(item.code.as_str()).chain(item.barcode.as_deref())
}

/// In small letters. Signs part words, the vowel signs of Indian scripts do not.
fn words_of(text: &str) -> Vec<String> {
    let parts = |c: char| {
        c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{2027}' | '·' | '।')
    };
    text.to_lowercase()
        .split(parts)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
