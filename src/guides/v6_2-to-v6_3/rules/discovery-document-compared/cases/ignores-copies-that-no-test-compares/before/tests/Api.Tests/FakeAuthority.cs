using System.Net;

namespace Api.Tests;

public class FakeAuthority : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(File.ReadAllText(request.RequestUri!.AbsolutePath.EndsWith("/.well-known/openid-configuration") ? "authority.json" : "few.json")),
        });
}
