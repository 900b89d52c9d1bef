namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>As <see cref="ReferenceDataFactAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceDataTheoryAttribute : TheoryAttribute
{
    public ReferenceDataTheoryAttribute() => Skip = ReferenceDataFactAttribute.Reason;
}
