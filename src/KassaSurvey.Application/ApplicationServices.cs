using KassaSurvey.Application.Features.Accessibility;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Drivers;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Interviewing;
using KassaSurvey.Application.Features.Letters;
using KassaSurvey.Application.Features.People;
using KassaSurvey.Application.Features.Portal;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Application.Features.Receipts;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Setup;
using KassaSurvey.Application.Features.Waves;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application;

/// <summary>Registers the use cases, one line each.</summary>
public static class ApplicationServices
{
    /// <summary>Adds every use case.</summary>
    public static IServiceCollection AddKassaUseCases(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ImportResponses>();
        services.AddSingleton<ImportPublishedFigures>();
        services.AddSingleton<ListImportSurveys>();
        services.AddSingleton<MeasuredWaves>();
        services.AddSingleton<SealWave>();
        services.AddSingleton<CloseWave>();
        services.AddSingleton<GetResults>();
        services.AddSingleton<GetDrivers>();
        services.AddSingleton<CompareWaves>();
        services.AddSingleton<WeighWave>();
        services.AddSingleton<RateWave>();
        services.AddSingleton<GetBreakdown>();
        services.AddSingleton<ChangeIndexRecipe>();
        services.AddSingleton<BuildYearlyReport>();
        services.AddSingleton<CreateDemonstration>();
        services.AddSingleton<QuestionnaireCache>();
        services.AddSingleton<LinkReader>();
        services.AddSingleton<ViewInvitation>();
        services.AddSingleton<StartResponse>();
        services.AddSingleton<ViewPage>();
        services.AddSingleton<SaveAnswers>();
        services.AddSingleton<SubmitResponse>();
        services.AddSingleton<PrepareLetters>();
        services.AddSingleton<OpenLetter>();
        services.AddSingleton<OpenFromPortal>();
        services.AddSingleton<GetPortalKey>();
        services.AddSingleton<RenewPortalKey>();
        services.AddSingleton<FindCall>();
        services.AddSingleton<CountCalls>();
        services.AddSingleton<RecordCall>();
        services.AddSingleton<BeginInterview>();
        services.AddSingleton<FinishInterview>();
        services.AddSingleton<ListSurveys>();
        services.AddSingleton<CreateDraft>();
        services.AddSingleton<GetDraft>();
        services.AddSingleton<EditDraft>();
        services.AddSingleton<UndoEdit>();
        services.AddSingleton<RedoEdit>();
        services.AddSingleton<ClassifyChange>();
        services.AddSingleton<CorrectWording>();
        services.AddSingleton<ListCorrections>();
        services.AddSingleton<CheckDraft>();
        services.AddSingleton<OpenDraft>();
        services.AddSingleton<ExportTranslations>();
        services.AddSingleton<ImportTranslations>();
        services.AddSingleton<GetCodebookPreview>();
        services.AddSingleton<PreviewDraft>();
        services.AddSingleton<ListComparability>();
        services.AddSingleton<DeleteDraft>();
        services.AddSingleton<FaceCache>();
        services.AddSingleton<ListFunds>();
        services.AddSingleton<GetFundFace>();
        services.AddSingleton<UpdateFundFace>();
        services.AddSingleton<PreviewFace>();
        services.AddSingleton<ListPromises>();
        services.AddSingleton<SetConfidentiality>();
        services.AddSingleton<SendFeedback>();
        services.AddSingleton<ListFeedback>();
        services.AddSingleton<AnswerFeedback>();
        services.AddSingleton<ReceiptReader>();
        services.AddSingleton<ViewReceipt>();
        services.AddSingleton<EraseResponse>();
        services.AddSingleton<SetUpFund>();
        services.AddSingleton<ListPeople>();
        services.AddSingleton<AddPerson>();
        services.AddSingleton<ChangeRoles>();
        services.AddSingleton<RenewPassword>();
        services.AddSingleton<DeactivatePerson>();
        services.AddSingleton<ChangeOwnPassword>();
        return services;
    }
}
