using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A page that was rendered once: its bytes, and the places where members' pages differ.</summary>
/// <param name="Pieces">The fixed bytes, one more than holes.</param>
/// <param name="Holes">What stands between them.</param>
internal sealed record PageTemplate(IReadOnlyList<byte[]> Pieces, IReadOnlyList<PageTemplate.Hole> Holes)
{
    /// <summary>What a hole takes.</summary>
    public enum Kind
    {
        /// <summary>The member's part of the form's address.</summary>
        Address,

        /// <summary>The form's seal.</summary>
        Seal,

        /// <summary>The mark of a chosen value.</summary>
        Mark,

        /// <summary>Typed text.</summary>
        Text,
    }

    /// <summary>Bytes of all fixed pieces.</summary>
    public int Size { get; } = Pieces.Sum(piece => piece.Length);

    /// <summary>Writes the page of one member.</summary>
    public void Write(Filling filling, IBufferWriter<byte> output)
    {
        for (var i = 0; i < Holes.Count; i++)
        {
            output.Write(Pieces[i]);
            Fill(Holes[i], filling, output);
        }

        output.Write(Pieces[^1]);
    }

    private static void Fill(Hole hole, Filling filling, IBufferWriter<byte> output)
    {
        switch (hole.Kind)
        {
            case Kind.Address:
                // Letters, digits, - and _ only: nothing to encode.
                Encoding.UTF8.GetBytes(filling.Address, output);
                break;
            case Kind.Seal:
                Encoding.UTF8.GetBytes(filling.Seal, output);
                break;
            case Kind.Mark when filling.ValuesOf(hole.Question!).Contains(hole.Value):
                output.Write(hole.Before);
                break;
            case Kind.Text when TextOf(hole.Question!, filling) is { } text:
                output.Write(hole.Before);
                // The encoder that Razor components write with.
                Encoding.UTF8.GetBytes(HtmlEncoder.Default.Encode(text), output);
                output.Write(hole.After);
                break;
        }
    }

    private static string? TextOf(Question question, Filling filling) =>
        filling.ValuesOf(question).FirstOrDefault(value => value != AnswerField.CantSay || !question.AllowsCantSay);

    /// <summary>A place that is filled for each member.</summary>
    /// <param name="Kind">What it takes.</param>
    /// <param name="Question">Whose mark or text.</param>
    /// <param name="Value">Which value's mark.</param>
    /// <param name="Before">The mark, or what stands before the text when there is one.</param>
    /// <param name="After">What stands after the text when there is one.</param>
    internal sealed record Hole(Kind Kind, Question? Question, string? Value, byte[] Before, byte[] After);
}
