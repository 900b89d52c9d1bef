using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features;

/// <summary>The viewer may not do this.</summary>
public static class AccessErrors
{
    /// <summary>The viewer's roles do not allow it.</summary>
    public static Error NotAllowed { get; } = Error.Of("Access.NotAllowed");
}
