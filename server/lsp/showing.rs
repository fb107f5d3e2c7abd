//! The command behind lenses, in any client: it shows documents and words, and answers with what it shows.

use std::str::FromStr as _;

use engine::ide::lenses::About;
use lsp_types::*;
use serde::Serialize;
use serde_json::Value;
use tower_lsp::Client;

/// Shows what a lens is about. Its argument is `{ uri, about, position }`.
pub const COMMAND: &str = "taskpacket.show";

/// Places that somebody chooses from; more are only told.
const MOST: usize = 12;

/// What there is to show: words, or places.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Shown {
    pub text: Option<String>,
    pub places: Vec<Location>,
}

/// What is asked for; nothing where it cannot be read.
pub struct Wanted {
    pub uri: Uri,
    pub about: About,
    pub at: Position,
}

pub fn wanted(arguments: &[Value]) -> Option<Wanted> {
    let argument = arguments.first()?;
    let about = argument["about"].as_str()?;
    Some(Wanted {
        uri: Uri::from_str(argument["uri"].as_str()?).ok()?,
        about: About::ALL.iter().copied().find(|known| known.name() == about)?,
        at: serde_json::from_value(argument["position"].clone()).unwrap_or_default(),
    })
}

/// Shows words as a message, one place at once, several as a choice. A client that shows no documents is told the place.
pub async fn show(client: Client, shows_documents: bool, shown: Shown) {
    if let Some(text) = shown.text {
        client.show_message(MessageType::INFO, text).await;
    }
    let place = match shown.places.as_slice() {
        [] => return,
        [place] => Some(place.clone()),
        places => choose(&client, places).await,
    };
    let Some(place) = place else { return };
    if !shows_documents {
        client.show_message(MessageType::INFO, named(&place)).await;
        return;
    }
    let params = ShowDocumentParams {
        uri: place.uri.clone(),
        external: Some(false),
        take_focus: Some(true),
        selection: Some(place.range),
    };
    if !matches!(client.show_document(params).await, Ok(true)) {
        client.show_message(MessageType::INFO, named(&place)).await;
    }
}

async fn choose(client: &Client, places: &[Location]) -> Option<Location> {
    let offered = places.iter().take(MOST);
    let items =
        offered.map(|place| MessageActionItem { title: named(place), properties: Default::default() });
    let more = places.len().saturating_sub(MOST);
    let question = match more {
        0 => format!("{} places", places.len()),
        more => format!("{} places, {more} of them not listed", places.len()),
    };
    let items: Vec<MessageActionItem> = items.collect();
    let chosen = client.show_message_request(MessageType::INFO, question, Some(items)).await.ok()??;
    places.iter().find(|place| named(place) == chosen.title).cloned()
}

/// The file's name and the line, as people write it.
fn named(place: &Location) -> String {
    let path = place.uri.path().as_str();
    let name = path.rsplit('/').next().unwrap_or(path);
    format!("{name}:{}", place.range.start.line + 1)
}
