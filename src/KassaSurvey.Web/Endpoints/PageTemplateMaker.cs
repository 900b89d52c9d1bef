using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Endpoints;

/// <summary>
/// Finds the holes of a page by rendering it twice, with nothing and with everything filled in: what the second has more is what a
/// member can fill. The components stay the only place that knows the markup.
/// </summary>
internal sealed class PageTemplateMaker
{
    private const string Address = "member-address-goes-here";
    private const string Seal = "form-seal-goes-here";
    private const string Text = "typed-text-goes-here";

    private readonly IReadOnlyList<Question> _questions;
    private readonly byte[] _blank;
    private readonly byte[] _full;
    private readonly List<byte[]> _pieces = [];
    private readonly List<PageTemplate.Hole> _holes = [];

    private PageTemplateMaker(IReadOnlyList<Question> questions, byte[] blank, byte[] full) => (_questions, _blank, _full) = (questions, blank, full);

    /// <summary>Makes the template of a page; null when its renderings differ in a way that is not understood.</summary>
    /// <param name="questions">The questions on it.</param>
    /// <param name="render">Renders it.</param>
    public static async Task<PageTemplate?> MakeAsync(IReadOnlyList<Question> questions, Func<Filling, Task<byte[]>> render)
    {
        var blank = await render(Filling.Of(Address, Seal));
        var full = questions.Count == 0 ? blank : await render(Filled(questions, question => Everything(question)));
        var maker = new PageTemplateMaker(questions, blank, full);
        if (!maker.TryCompare())
        {
            return null;
        }

        var template = new PageTemplate(maker._pieces, maker._holes);
        // Believed only where it says the same as the components.
        foreach (var proof in Proofs(questions))
        {
            var rendered = await render(proof);
            var output = new ArrayBufferWriter<byte>();
            template.Write(proof, output);
            if (!output.WrittenSpan.SequenceEqual(rendered))
            {
                return null;
            }
        }

        return template;
    }

    private static IEnumerable<Filling> Proofs(IReadOnlyList<Question> questions)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            yield return Filled(questions, question => question.Kind is QuestionKind.OpenText or QuestionKind.Number
                ? [$"\"'<&>\u00e5\u20ac\U0001F600\n{turn}"]
                : [.. Everything(question).Where((_, index) => index % 2 == turn)]);
        }
    }

    private static Filling Filled(IReadOnlyList<Question> questions, Func<Question, IReadOnlyList<string>> values) =>
        Filling.Of(Address, Seal, [.. questions.Select(question => new ViewPage.Item(question, values(question)))]);

    private static List<string> Everything(Question question)
    {
        var values = new List<string>();
        switch (question.Kind)
        {
            case QuestionKind.OpenText or QuestionKind.Number:
                values.Add(Text);
                break;
            case QuestionKind.YesNo:
                values.AddRange([AnswerField.Yes, AnswerField.No]);
                break;
            case QuestionKind.Scale or QuestionKind.Recommendation:
                values.AddRange(Enumerable.Range(question.ScaleMinimum, question.ScaleMaximum - question.ScaleMinimum + 1)
                    .Select(step => step.ToString(CultureInfo.InvariantCulture)));
                break;
            default:
                values.AddRange(question.Options.Select(option => option.Code));
                break;
        }

        if (question.AllowsCantSay)
        {
            values.Add(AnswerField.CantSay);
        }

        return values;
    }

    private bool TryCompare()
    {
        var (at, start, more) = (0, 0, 0);
        while (at < _blank.Length && at + more < _full.Length)
        {
            var same = _blank.AsSpan(at).CommonPrefixLength(_full.AsSpan(at + more));
            at += same;
            if (at == _blank.Length)
            {
                break;
            }

            if (HoleAt(at, at + more) is not var (hole, length))
            {
                return false;
            }

            Fix(_blank.AsSpan(start, at - start), hole);
            (start, more) = (at, more + length);
        }

        Fix(_blank.AsSpan(start), null);
        return _blank.Length + more == _full.Length;
    }

    /// <summary>Adds fixed bytes and the hole after them. Address and seal are cut out: they are the same in both renderings.</summary>
    private void Fix(ReadOnlySpan<byte> bytes, PageTemplate.Hole? next)
    {
        while (true)
        {
            var (address, seal) = (bytes.IndexOf(Encoding.UTF8.GetBytes(Address)), bytes.IndexOf(Encoding.UTF8.GetBytes(Seal)));
            var isAddress = address >= 0 && (seal < 0 || address < seal);
            var cut = isAddress ? address : seal;
            if (cut < 0)
            {
                break;
            }

            _pieces.Add(bytes[..cut].ToArray());
            _holes.Add(new(isAddress ? PageTemplate.Kind.Address : PageTemplate.Kind.Seal, null, null, [], []));
            bytes = bytes[(cut + (isAddress ? Address.Length : Seal.Length))..];
        }

        _pieces.Add(bytes.ToArray());
        if (next is not null)
        {
            _holes.Add(next);
        }
    }

    /// <summary>What the full rendering has more at this place, and how many bytes of it.</summary>
    private (PageTemplate.Hole Hole, int Length)? HoleAt(int blank, int full)
    {
        var text = Encoding.UTF8.GetBytes(Text);
        var opening = _full.AsSpan(0, full).LastIndexOf((byte)'<');
        var tag = _full.AsSpan(opening, _full.AsSpan(opening).IndexOf((byte)'>'));
        if (_full.AsSpan(full).StartsWith(text))
        {
            return Named(tag) is { } written ? (new(PageTemplate.Kind.Text, written, null, [], []), text.Length) : null;
        }

        var length = tag.Length - (_blank.AsSpan(blank).IndexOf((byte)'>') + blank - (_blank.AsSpan(0, blank).LastIndexOf((byte)'<')));
        if (length <= 0 || Named(tag) is not { } question)
        {
            return null;
        }

        var more = _full.AsSpan(full, length);
        return more.IndexOf(text) is var place and >= 0
            ? (new(PageTemplate.Kind.Text, question, null, more[..place].ToArray(), more[(place + text.Length)..].ToArray()), length)
            : (new(PageTemplate.Kind.Mark, question, Attribute(tag, "value"), more.ToArray(), []), length);
    }

    /// <summary>The question whose control a tag is.</summary>
    private Question? Named(ReadOnlySpan<byte> tag)
    {
        var name = Attribute(tag, "name");
        return _questions.FirstOrDefault(question => PostedForm.QuestionPrefix + question.Code == name);
    }

    private static string Attribute(ReadOnlySpan<byte> tag, string name)
    {
        var start = Encoding.UTF8.GetBytes($" {name}=\"");
        var at = tag.IndexOf(start);
        var value = at < 0 ? [] : tag[(at + start.Length)..];
        return at < 0 ? "" : WebUtility.HtmlDecode(Encoding.UTF8.GetString(value[..value.IndexOf((byte)'"')]));
    }
}
