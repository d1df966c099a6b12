using System.Collections.Immutable;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>The directory as the Open Referral UK 3.0 API: read only, open to everybody, so that a council's other systems use the same one.
/// Source: HSDS-UK 3.0, openapi.json.</summary>
internal static class OpenReferralEndpoints
{
    public const string Root = "/api";

    public static void MapOpenReferral(this WebApplication app)
    {
        var api = app.MapGroup(Root).AddEndpointFilter(ForEverybody);
        api.MapGet("/", ApiDescription.Show);
        api.MapGet("/openapi.json", ApiDescription.ShowSchema);
        api.MapGet("/services", ListServices);
        api.MapGet("/services/{id}", (string id, CatalogueSource source) => One(source, catalogue => catalogue.Service(id)));
        api.MapGet("/service_at_locations", ListServicesAtLocations);
        api.MapGet("/service_at_locations/{id}", (string id, CatalogueSource source) => One(source, catalogue => catalogue.ServiceAtLocation(id)));
        api.MapGet("/taxonomies", (HttpRequest request, CatalogueSource source) => List(request, source, (catalogue, _) => catalogue.Taxonomies));
        api.MapGet("/taxonomies/{id}", (string id, CatalogueSource source) => One(source, catalogue => catalogue.Taxonomy(id)));
        api.MapGet("/taxonomy_terms", (HttpRequest request, CatalogueSource source) => List(request, source, (catalogue, _) => catalogue.TaxonomyTerms));
        api.MapGet("/taxonomy_terms/{id}", (string id, CatalogueSource source) => One(source, catalogue => catalogue.TaxonomyTerm(id)));
        api.MapMethods("/{**path}", [HttpMethods.Options], () => Results.NoContent());
    }

    private static IResult ListServices(HttpRequest request, CatalogueSource source) => List(request, source, (catalogue, query) => catalogue.Services(query));

    private static IResult ListServicesAtLocations(HttpRequest request, CatalogueSource source) => List(request, source, (catalogue, query) => catalogue.ServicesAtLocations(query));

    private static IResult List(HttpRequest request, CatalogueSource source, Func<DirectoryCatalogue, CatalogueQuery, ImmutableArray<CatalogueItem>> find)
    {
        var asked = new AskedFor(request.Query);
        var query = asked.Filter(source.FindPlace);
        var page = asked.Page();
        return asked.Problems.IsEmpty
            ? new CataloguePage(find(source.Catalogue, query), page)
            : Results.ValidationProblem(asked.Problems);
    }

    private static IResult One(CatalogueSource source, Func<DirectoryCatalogue, CatalogueItem?> find) => find(source.Catalogue) is { } item
        ? new CatalogueRecord(item)
        : Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no record with this id.");

    // Any page may read what is public anyway.
    private static async ValueTask<object?> ForEverybody(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, OPTIONS";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return context.HttpContext.RequestServices.GetRequiredService<DoorLimits>().WaitToRead(context.HttpContext, null) is { } wait
            ? Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"That is too many. Try again in {DoorLimits.Tell(context.HttpContext, wait)} seconds."))
            : await next(context);
    }
}
