"""What the output holds on a day, and what it doesn't."""

from __future__ import annotations

from sites import Make


def test_an_expired_notice_is_nowhere_in_the_output(site: Make) -> None:
    """What has expired is in no list, feed or index; its address says that it has ended."""
    built = site(
        """
        -- content/news/tie-suljettu.md --
        ---
        title: Tie suljettu
        date: 2026-01-02
        expires: 2026-02-01
        ---
        Kunnantie on poikki.
        """,
        as_of="2026-02-01",
    )
    assert built.files_containing("Kunnantie") == []
    assert built.files_containing("Tie suljettu") == []
    assert "noindex" in built.read("/uutiset/2026/tie-suljettu/")


def test_a_decision_is_hidden_until_the_minutes_are_on_view(site: Make) -> None:
    """Before the day of publication an item shows what was proposed and nothing of what was decided."""
    text = """
        -- content/minutes/kunnanhallitus/2026-05-04/meeting.md --
        ---
        status: approved
        published: 2026-05-11
        ---
        -- content/minutes/kunnanhallitus/2026-05-04/12-silta.md --
        ---
        title: Sillan korjaus
        section: 12
        resolution: approved
        plain: Silta korjataan kesällä.
        appeal: {kind: rectification}
        ---
        ## Ehdotus

        Silta korjattaneen.

        ## Päätös

        Ehdotus hyväksyttiin.
        """
    before = site(text, as_of="2026-05-10")
    assert before.files_containing("korjataan kesällä") == []
    assert before.files_containing("hyväksyttiin") == []
    assert before.files_containing("korjattaneen") != []
    assert before.built.next_change is not None
    assert before.built.next_change.isoformat() == "2026-05-11"
    after = site(text, as_of="2026-05-11")
    assert after.files_containing("korjataan kesällä") != []
    assert after.built.next_change is not None
    # On view 11.5., notice 18.5., fourteen days from that 1.6.: the time has run out on 2.6.
    assert after.built.next_change.isoformat() == "2026-06-02"


def test_attendance_is_a_part_of_the_minutes(site: Make) -> None:
    """Who came, who inspected and how the quorum was found is shown when the minutes are on view, not before."""
    text = """
        -- content/minutes/kunnanhallitus/2026-05-04/meeting.md --
        ---
        status: approved
        published: 2026-05-11
        chair: Kirsti Aaltovirta
        inspectors: [Outi Salmenpohja]
        quorum: Kokous oli laillinen.
        attendance:
          - name: Mauno Rautaharju
            arrived: 12:40
        ---
        """
    hidden = ("Outi Salmenpohja", "Kokous oli laillinen", "Mauno Rautaharju")
    before = site(text, as_of="2026-05-10")
    assert [before.files_containing(words) for words in hidden] == [[], [], []]
    assert before.files_containing("Kirsti Aaltovirta") != []
    assert all(site(text, as_of="2026-05-11").files_containing(words) for words in hidden)


def test_no_page_leads_to_a_case_of_hidden_things_alone(site: Make) -> None:
    """A link to a case whose only step is published later is plain text until then, with a warning."""
    text = """
        -- content/pages/tietoa.md --
        ---
        title: Tietoa
        ---
        Tulossa on [puistoasia](/asiat/7-2026/).
        -- content/news/puisto.md --
        ---
        title: Puisto
        date: 2026-05-20
        publish_at: 2026-05-20
        cases: [7/2026]
        ---
        """
    before = site(text, as_of="2026-05-19")
    assert before.codes == ["RF008"]
    assert "Tulossa on puistoasia." in before.read("/tietoa/")
    after = site(text, as_of="2026-05-20")
    assert after.codes == []
    assert 'Tulossa on <a href="../asiat/7-2026/"' in after.read("/tietoa/")
