import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.MassUpdateApi;
import org.openapitools.client.api.OauthApi;
import org.openapitools.client.model.ApiVersionSinceV21;
import org.openapitools.client.model.InvalidData;
import org.openapitools.client.model.MassUpdateJob;

/** Asks for a job, reads an error, and shows what does not work. */
public class FirstCall {
  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(request -> request.header("Authorization", "Zoho-oauthtoken sandbox"));
    MassUpdateApi api = new MassUpdateApi(client);

    MassUpdateJob job = api.getMassUpdateStatus(ApiVersionSinceV21.V8, "Accounts", "554023000000506003").getData().get(0);
    System.out.println(job.getStatus() + " " + job.getUpdatedCount() + " of " + job.getTotalCount());
    InvalidData invalid = client.getObjectMapper().readValue(refused(api, "Accounts"), InvalidData.class);
    System.out.println(invalid.getCode() + " " + invalid.getDetails().getParamName());

    try {
      new OauthApi(client).createToken("refresh_token", "1000.CLIENT", "sandbox-secret", null, null, "1000.refresh", null, null);
    } catch (ApiException error) {
      System.out.println(error.getMessage().contains("2 classes match result, expected 1"));
    }
  }

  static String refused(MassUpdateApi api, String module) {
    try {
      return "not refused: " + api.getMassUpdateStatus(ApiVersionSinceV21.V8, module, "1");
    } catch (ApiException error) {
      return error.getResponseBody();
    }
  }
}
