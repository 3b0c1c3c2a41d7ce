"""Pages of the reviews: to read, to write, to compile."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.web.audience import audience
from taama.web.paper.html import stylesheet

from . import access, queries, reading
from .changes import BrokenReferences, WrittenMeanwhile, compile_languages, write_texts
from .forms import SectionForm
from .models import Review
from .publishing import FORMATS, file_name, kept_file


@audience("public")
def reviews(request: HttpRequest) -> HttpResponseBase:
    """All reviews."""
    return render(request, "reviews/reviews.html", {"reviews": queries.reviews()})


@audience("public")
def review(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The contents of a review, its files, and the doors for those who write it."""
    found = access.review_to_read(slug)
    compilation = queries.compilation_to_read(found, queries.reader())
    context = {
        "review": found,
        "compilation": compilation,
        "chapters": reading.chapters(queries.report_of(compilation)) if compilation else (),
        "files": queries.files_of(found, list(FORMATS)),
        "sections_to_write": access.sections_to_write(request.user, found),
        "may_compile": access.may_compile(request.user),
    }
    return render(request, "reviews/review.html", context)


@audience("public")
def section(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    """One section as compiled."""
    found = access.review_to_read(slug)
    compilation = queries.compilation_to_read(found, queries.reader())
    report = queries.report_of(compilation) if compilation else None
    part = reading.part(report, key) if report else None
    if compilation is None or report is None or part is None:
        raise Http404
    context = {
        "review": found,
        "compilation": compilation,
        "part": part,
        "part_html": reading.part_html(report, part),
        "report_styles": stylesheet(),
        "may_write": access.may_write_key(request.user, found, key),
    }
    return render(request, "reviews/section.html", context)


@audience("public")
def download(request: HttpRequest, slug: str, language: str, format_name: str) -> HttpResponseBase:
    """A file of the latest compilation."""
    found = access.review_to_read(slug)
    compilation = queries.latest_compilation(found, language)
    if compilation is None or format_name not in FORMATS:
        raise Http404
    path = kept_file(compilation, format_name)
    return FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=file_name(compilation, format_name),
        content_type=FORMATS[format_name].media_type,
    )


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def section_edit(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    """Write a section, in the languages side by side; nobody's text is lost."""
    found = access.section_to_edit(request.user, slug, key)
    form = SectionForm(found, request.POST or None)
    clashes: list[WrittenMeanwhile] = []
    if request.method == "POST" and form.is_valid():
        clashes = save(request.user, form)
        if not clashes:
            messages.success(request, _("The section is saved. It appears in the next compilation."))
            return redirect("reviews:section-edit", slug, key)
    context = {
        "section": found,
        "form": form,
        "clashes": clashes,
        "offers": queries.offers_for(found),
    }
    status = 409 if clashes else 400 if form.errors else 200
    return render(request, "reviews/section_edit.html", context, status=status)


def save(user: object, form: SectionForm) -> list[WrittenMeanwhile]:
    """Write what changed; the form starts from what now stands, and what clashed is handed back."""
    assert isinstance(user, User)
    became = write_texts(section=form.section, texts=form.changed_texts(), by=user)
    for language, outcome in became.items():
        form.rebase(language, outcome.theirs.pk if isinstance(outcome, WrittenMeanwhile) else outcome.pk)
    return [outcome for outcome in became.values() if isinstance(outcome, WrittenMeanwhile)]


@audience(Role.COORDINATOR, Role.FOCAL_POINT)
def references(request: HttpRequest, slug: str) -> HttpResponseBase:
    """References to copy into a text, searched by their words."""
    found = access.review_to_read(slug)
    words = request.GET.get("q", "")
    context = {"review": found, "words": words, "offers": queries.offers(found, words)}
    return render(request, "reviews/references.html", context)


@audience(Role.COORDINATOR)
def compile_all(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Freeze the figures in every language; or list what is broken, with nothing saved."""
    found = access.review_to_compile(request.user, slug)
    broken: BrokenReferences | None = None
    if request.method == "POST":
        try:
            return compiled(request, found)
        except BrokenReferences as refusal:
            broken = refusal
    context = {"review": found, "broken": broken, "latest": queries.latest_compilations(found)}
    return render(request, "reviews/compile.html", context, status=400 if broken else 200)


def compiled(request: HttpRequest, found: Review) -> HttpResponseBase:
    """Compile every language, then go to the review."""
    assert isinstance(request.user, User)
    languages = [code for code, _name in settings.LANGUAGES]
    made = compile_languages(review=found, languages=languages, by=request.user)
    figures = queries.number_of_figures(made)
    sentence = ngettext("Compiled: %(count)d figure frozen.", "Compiled: %(count)d figures frozen.", figures)
    messages.success(request, sentence % {"count": figures})
    return redirect("reviews:review", found.slug)
