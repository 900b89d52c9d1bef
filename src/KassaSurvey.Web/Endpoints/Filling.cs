using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Endpoints;

/// <summary>What is different on the same page of two members.</summary>
internal sealed class Filling
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Untouched = [];

    private readonly IReadOnlyList<ViewPage.Item> _items;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _posted;

    private Filling(string address, string seal, IReadOnlyList<ViewPage.Item> items, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        (Address, Seal, _items, _posted) = (address, seal, items, posted);

    /// <summary>A page that is the same for everybody.</summary>
    public static Filling Nothing { get; } = Of("", "");

    /// <summary>The member's part of the form's address: token or handle.</summary>
    public string Address { get; }

    /// <summary>The form's seal.</summary>
    public string Seal { get; }

    /// <summary>A form without questions.</summary>
    public static Filling Of(string address, string seal) => Of(address, seal, []);

    /// <summary>A form that holds the stored answers.</summary>
    public static Filling Of(string address, string seal, IReadOnlyList<ViewPage.Item> items) => Of(address, seal, items, Untouched);

    /// <summary>A form that holds what was posted, and the stored answer where nothing was.</summary>
    public static Filling Of(
        string address, string seal, IReadOnlyList<ViewPage.Item> items, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        new(address, seal, items, posted);

    /// <summary>What the controls of a question hold.</summary>
    public IReadOnlyList<string> ValuesOf(Question question)
    {
        if (_posted.TryGetValue(question.Code, out var posted))
        {
            return posted;
        }

        foreach (var item in _items)
        {
            if (ReferenceEquals(item.Question, question))
            {
                return item.Values;
            }
        }

        return [];
    }
}
