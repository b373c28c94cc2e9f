package app.fragments.generator.digest;

import app.fragments.journal.Entry;
import app.fragments.report.Journal;
import java.util.List;

/// Two weeks of a team's journal, as people really write: short, uneven, with tasks.
final class ProductFortnight {
  private ProductFortnight() {}

  static List<Entry> entries() {
    return new Journal()
        .add(
            "2026-03-02",
            "Stand-up",
            "Search index rebuild is still running. Blocked on the staging cluster, Priya asked ops"
                + " twice.",
            "standup")
        .add(
            "2026-03-02",
            "Search relevance workshop",
            "Went through 40 queries with Tomas. Stemming hurts product codes such as AX-1200;"
                + " exact matches must win. Agreed to keep a list of 25 golden queries and run it"
                + " nightly.\n\n"
                + "- [x] write down the golden queries\n"
                + "- [ ] nightly run in CI",
            "search")
        .add(
            "2026-03-03",
            "Call with Helvetia Freight",
            "They lose about 20 minutes a day looking for old waybills. If search finds a waybill"
                + " by its number on the first try, they renew for two years. Decision on 20"
                + " March.",
            "customers",
            "search")
        .add("2026-03-03", "", "Slept badly. Coffee machine on the second floor is broken again.")
        .add(
            "2026-03-04",
            "Staging cluster back",
            "Ops moved the cluster to the new nodes, rebuild finished in 38 minutes instead of 3"
                + " hours.",
            "infrastructure")
        .add(
            "2026-03-04",
            "Index rebuild notes",
            "Rebuild time is dominated by attachments: 71 % of the time is spent in PDF text"
                + " extraction. Priya suggests extracting once and caching the text next to the"
                + " attachment.\n\n"
                + "```\n"
                + "rebuild: 38m12s (extract 27m04s)\n"
                + "```\n\n"
                + "- [ ] spike: cache the extracted text",
            "search",
            "performance")
        .add(
            "2026-03-05",
            "Incident: empty results for 11 minutes",
            "Between 14:05 and 14:16 every search returned nothing. The alias was switched before"
                + " the new index was warm. Rolled back by hand. Two customers noticed, Helvetia"
                + " Freight among them.",
            "incident",
            "search")
        .add(
            "2026-03-05",
            "Incident review",
            "Root cause: the switch has no health check. We add one, and the switch becomes a"
                + " two-step job that can be undone.\n\n"
                + "- [ ] health check before the alias switch\n"
                + "- [ ] runbook",
            "incident")
        .add(
            "2026-03-06",
            "Golden queries run",
            "First nightly run: 22 of 25 golden queries give the right first hit. The three that"
                + " fail are all product codes with a dash.",
            "search")
        .add(
            "2026-03-09",
            "Planning",
            "Next sprint: exact match for codes, cached extraction, health check. Tomas is away"
                + " until Thursday. We need to tell Helvetia Freight a date.",
            "planning")
        .add(
            "2026-03-10",
            "Exact match shipped",
            "Codes with a dash are now indexed as a whole. All 25 golden queries pass. Shipped to"
                + " everybody at 16:40.",
            "search",
            "release")
        .add(
            "2026-03-11",
            "Cached extraction",
            "Rebuild takes 9 minutes now with cached text. Waiting for review by Tomas before it is"
                + " merged.\n\n- [x] spike: cache the extracted text",
            "performance")
        .add(
            "2026-03-12",
            "Helvetia Freight tries it",
            "Waybill numbers are found on the first try. “This is what we were waiting for”, says"
                + " Ms. Keller. They want to see the health check before they sign.",
            "customers")
        .add(
            "2026-03-13",
            "Retro",
            "> Good: golden queries gave us courage to ship.\n\n"
                + "> Bad: reviews waited two days because only Tomas knows the extraction code.\n\n"
                + "Priya pairs with Tomas next week.",
            "retro")
        .entries();
  }
}
