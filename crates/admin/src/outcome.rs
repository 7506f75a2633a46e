/// What a command has to say at its end.
#[derive(Debug)]
pub struct Outcome {
    /// For standard output; ends with a line feed.
    pub text: String,
    /// For standard error: what went along with it and is not the result itself.
    pub warning: String,
    pub is_fine: bool,
}

/// Why a command did nothing, or not what it was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// It was not understood.
    Usage(String),
    Wrong(String),
}

impl Outcome {
    pub fn fine(text: impl Into<String>) -> Outcome {
        Outcome {
            text: text.into(),
            warning: String::new(),
            is_fine: true,
        }
    }

    /// Nothing for standard output.
    pub fn silent(warning: String) -> Outcome {
        Outcome {
            text: String::new(),
            warning,
            is_fine: false,
        }
    }
}

impl Stop {
    pub fn wrong(sentence: impl std::fmt::Display) -> Stop {
        Stop::Wrong(sentence.to_string())
    }

    pub fn usage(sentence: impl std::fmt::Display) -> Stop {
        Stop::Usage(sentence.to_string())
    }

    /// Ends with a line feed.
    pub fn sentence(&self) -> String {
        match self {
            Stop::Usage(sentence) | Stop::Wrong(sentence) => format!("{}\n", sentence.trim_end()),
        }
    }

    pub fn exit_code(&self) -> u8 {
        match self {
            Stop::Wrong(_) => 1,
            Stop::Usage(_) => 2,
        }
    }
}
