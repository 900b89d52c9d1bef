using System.Collections.Immutable;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Data;

/// <summary>How the domain's value types are stored, the same on every provider.</summary>
internal static class KassaConventions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        Id<FundId>(builder);
        Id<SurveyId>(builder);
        Id<ServiceAreaId>(builder);
        Id<WaveId>(builder);
        Id<QuestionId>(builder);
        Id<MemberId>(builder);
        Id<InvitationId>(builder);
        Id<ResponseId>(builder);
        Id<ErasedResponseId>(builder);
        Id<PublishedFigureId>(builder);
        Id<CallAttemptId>(builder);
        Id<AccessibilityFeedbackId>(builder);
        Id<EligibilityRuleId>(builder);
        builder.Properties<ImmutableArray<EligibilityCondition>>().HaveConversion<EligibilityConditionsConverter, EligibilityConditionsComparer>();
        builder.Properties<ImmutableArray<SampledStratum>>().HaveConversion<SampledStrataConverter, SampledStrataComparer>();
        builder.Properties<SampleDesign>().HaveConversion<SampleDesignConverter>();
        Id<OutboxMessageId>(builder);
        Id<TrendEventId>(builder);
        Id<SavedViewId>(builder);
        Id<PublicLinkId>(builder);
        Id<ReportReleaseId>(builder);
        Id<NarrativeEditId>(builder);
        Id<DataExportId>(builder);
        Id<AuditEntryId>(builder);
        Id<ApiKeyId>(builder);
        Id<MemberContactId>(builder);
        builder.Properties<ImmutableArray<SendingStep>>().HaveConversion<SendingStepsConverter, SendingStepsComparer>();
        builder.Properties<ReportingYear>().HaveConversion<ReportingYearConverter>();
        builder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
        builder.Properties<ImmutableArray<AnswerOption>>().HaveConversion<AnswerOptionsConverter, AnswerOptionsComparer>();
        builder.Properties<ExportChoices>().HaveConversion<ExportChoicesConverter>();
        builder.Properties<DisplayCondition>().HaveConversion<DisplayConditionConverter>();
        builder.Properties<WaveComposition>().HaveConversion<WaveCompositionConverter>();
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<IndexRecipe>().HaveConversion<IndexRecipeConverter>();
        builder.Properties<ImmutableSortedDictionary<string, string>>().HaveConversion<SegmentsConverter, SegmentsComparer>();
        builder.Properties<IReadOnlyList<string>>().HaveConversion<CategoriesConverter, CategoriesComparer>();
    }

    private static void Id<TId>(ModelConfigurationBuilder builder)
        where TId : struct, ITypedId<TId> => builder.Properties<TId>().HaveConversion<TypedIdConverter<TId>>();
}
